package io.sqe.executor.lowering;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.sqe.fragment.v1.Correlate;
import io.sqe.fragment.v1.RecursiveReference;
import io.sqe.fragment.v1.RecursiveUnion;
import io.sqe.fragment.v1.Sample;
import io.sqe.fragment.v1.Unnest;
import io.substrait.proto.ExtensionMultiRel;
import io.substrait.proto.ExtensionSingleRel;
import io.substrait.proto.Rel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the relations that Substrait does not have. */
final class ExtensionLowering {
    private final RelationLowering relations;
    private final Aliases aliases;
    /** What the step of a recursive union calls the rows that it is run on. */
    private final Map<Integer, Working> workingTables = new HashMap<>();

    ExtensionLowering(RelationLowering relations, Aliases aliases) {
        this.relations = relations;
        this.aliases = aliases;
    }

    Block single(ExtensionSingleRel rel, @Nullable Scope outer) {
        Any detail = rel.getDetail();
        if (detail.is(Sample.class)) {
            return sample(unpack(detail, Sample.class), relations.lower(rel.getInput(), outer));
        }
        if (detail.is(Unnest.class)) {
            Block input = relations.lower(rel.getInput(), outer).unordered();
            return new UnnestLowering(relations).lower(unpack(detail, Unnest.class), input);
        }
        throw new LoweringException.Unsupported("a relation of kind " + detail.getTypeUrl());
    }

    Block multi(ExtensionMultiRel rel, @Nullable Scope outer) {
        Any detail = rel.getDetail();
        if (rel.getInputsCount() != 2) {
            throw new LoweringException.Malformed("a relation of two inputs has " + rel.getInputsCount());
        }
        if (detail.is(Correlate.class)) {
            return correlate(unpack(detail, Correlate.class), rel.getInputs(0), rel.getInputs(1), outer);
        }
        if (detail.is(RecursiveUnion.class)) {
            return recursive(unpack(detail, RecursiveUnion.class), rel.getInputs(0), rel.getInputs(1), outer);
        }
        throw new LoweringException.Unsupported("a relation of kind " + detail.getTypeUrl());
    }

    /** The rows that the last run of a recursive union's step added. */
    Block reference(RecursiveReference reference) {
        Working working = workingTables.get(reference.getNumber());
        if (working == null) {
            throw new LoweringException.Malformed("a recursive reference stands outside of its union");
        }
        String alias = aliases.nextQuery();
        String from = Quoting.name(working.name) + " AS " + Quoting.name(alias);
        return Block.of(List.of(from), RelationLowering.columnsOf(alias, working.columns));
    }

    private Block sample(Sample sample, Block input) {
        String method = switch (sample.getMethod()) {
            case BERNOULLI -> "bernoulli";
            case SYSTEM -> "system";
            case METHOD_UNSPECIFIED, UNRECOGNIZED -> throw new LoweringException.Malformed("a sample has no method");
        };
        String seed = sample.hasSeed() ? ", " + sample.getSeed() : "";
        String percent = Double.toString(sample.getPercent());
        Block nested = relations.nest(input);
        String from = nested.from().getFirst() + " TABLESAMPLE " + method + '(' + percent + "%" + ')';
        return Block.of(
                List.of(seed.isEmpty() ? from : from + " REPEATABLE (" + sample.getSeed() + ')'), nested.columns());
    }

    private Block correlate(Correlate correlate, Rel leftRel, Rel rightRel, @Nullable Scope outer) {
        Block lowered = relations.lower(leftRel, outer).unordered();
        Block left = lowered.isFlat() && !lowered.from().isEmpty() && hasPlainColumns(lowered)
                ? lowered
                : relations.nest(lowered);
        Block right = relations.lower(rightRel, new Scope(left.columns(), outer));
        return switch (correlate.getKind()) {
            case INNER -> lateral(left, right, "\nCROSS JOIN LATERAL ", "");
            case LEFT -> lateral(left, right, "\nLEFT JOIN LATERAL ", " ON TRUE");
            case SEMI -> left.filtered(List.of(JoinLowering.exists("EXISTS ", right)));
            case ANTI -> left.filtered(List.of(JoinLowering.exists("NOT EXISTS ", right)));
            case KIND_UNSPECIFIED, UNRECOGNIZED -> throw new LoweringException.Malformed("a correlate has no kind");
        };
    }

    private static boolean hasPlainColumns(Block block) {
        return block.columns().stream().allMatch(Value::isColumn);
    }

    private Block lateral(Block left, Block right, String join, String on) {
        Block nested = relations.nest(right);
        List<Value> columns = new ArrayList<>(left.columns());
        columns.addAll(nested.columns());
        String from =
                String.join("\nCROSS JOIN ", left.from()) + join + nested.from().getFirst() + on;
        return Block.of(List.of(from), columns).filtered(left.where());
    }

    private Block recursive(RecursiveUnion union, Rel seedRel, Rel stepRel, @Nullable Scope outer) {
        Block seed = relations.lower(seedRel, outer).unordered();
        String name = aliases.next("recursive");
        workingTables.put(union.getNumber(), new Working(name, seed.columns()));
        Block step = relations.lower(stepRel, outer).unordered();
        workingTables.remove(union.getNumber());
        String word = union.getDistinct() ? "\nUNION\n" : "\nUNION ALL\n";
        String sql = "WITH RECURSIVE " + Quoting.name(name) + " AS (\n" + branch(seed) + word + branch(step)
                + "\n)\nSELECT * FROM " + Quoting.name(name);
        return relations.tableOf(sql, seed.columns());
    }

    private static String branch(Block block) {
        return block.isLimited() ? "(\n" + block.render() + "\n)" : block.render();
    }

    private static <M extends Message> M unpack(Any detail, Class<M> type) {
        try {
            return detail.unpack(type);
        } catch (InvalidProtocolBufferException malformed) {
            throw new LoweringException.Malformed("a relation's detail cannot be parsed", malformed);
        }
    }

    private record Working(String name, List<Value> columns) {}
}
