package io.sqe.substrait.translation;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.sqe.fragment.v1.Correlate.Kind;
import io.sqe.fragment.v1.RecursiveReference;
import io.sqe.fragment.v1.RecursiveUnion;
import io.sqe.fragment.v1.Sample.Method;
import io.sqe.fragment.v1.Unnest;
import io.sqe.fragment.v1.Unnest.Shape;
import io.substrait.proto.ExtensionMultiRel;
import io.substrait.proto.ExtensionSingleRel;
import io.substrait.proto.ReadRel;
import io.substrait.proto.Rel;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptSamplingParameters;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.core.Sample;
import org.apache.calcite.rel.core.Spool;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.TableSpool;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.schema.TransientTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** Translates relations that Substrait does not have into extension relations with our own details. */
final class ExtensionToSubstrait {
    private static final double PERCENT = 100;

    private final Translation translation;
    private final IdentityHashMap<TransientTable, Integer> recursions = new IdentityHashMap<>();

    ExtensionToSubstrait(Translation translation) {
        this.translation = translation;
    }

    Rel translate(Correlate correlate) {
        Rel left = translation.relation(correlate.getLeft());
        translation.scopes().define(Set.of(correlate.getCorrelationId()));
        Rel right = translation.scopes().insideSubquery(() -> translation.relation(correlate.getRight()));
        Kind kind = switch (correlate.getJoinType()) {
            case INNER -> Kind.INNER;
            case LEFT -> Kind.LEFT;
            case SEMI -> Kind.SEMI;
            case ANTI -> Kind.ANTI;
            default -> throw new TranslationException.Unsupported(correlate.getJoinType() + " JOIN LATERAL");
        };
        return multi(io.sqe.fragment.v1.Correlate.newBuilder().setKind(kind).build(), List.of(left, right));
    }

    Rel translate(Uncollect uncollect) {
        RelNode input = uncollect.getInput();
        Unnest.Builder detail = Unnest.newBuilder()
                .setWithOrdinality(uncollect.withOrdinality)
                .setOutput(translation.types().struct(uncollect.getRowType()).toByteString());
        List<RelDataTypeField> columns = input.getRowType().getFieldList();
        columns.forEach(column -> detail.addShapes(
                shape(column.getType(), uncollect.getItemAliases().isEmpty())));
        return single(detail.build(), translation.relation(input));
    }

    private static Shape shape(RelDataType container, boolean spreadsStructs) {
        if (container.getSqlTypeName() == SqlTypeName.MAP) {
            return Shape.ENTRIES;
        }
        boolean isOfStructs = requireNonNull(container.getComponentType()).isStruct();
        return isOfStructs && spreadsStructs ? Shape.FIELDS : Shape.ELEMENT;
    }

    Rel translate(RepeatUnion union) {
        if (union.iterationLimit >= 0) {
            throw new TranslationException.Unsupported("a recursion with a limit");
        }
        TransientTable rows = transientTable(union);
        int number = recursions.size();
        recursions.put(rows, number);
        Rel seed = translation.relation(withoutSpool(union.getSeedRel()));
        Rel step = translation.relation(withoutSpool(union.getIterativeRel()));
        return multi(
                RecursiveUnion.newBuilder()
                        .setNumber(number)
                        .setDistinct(!union.all)
                        .build(),
                List.of(seed, step));
    }

    private static TransientTable transientTable(RepeatUnion union) {
        RelOptTable table = union.getTransientTable();
        TransientTable rows = table == null ? null : table.unwrap(TransientTable.class);
        if (rows == null) {
            throw new TranslationException.Unsupported("a recursion without a table for its rows");
        }
        return rows;
    }

    /** A spool only fills the transient table, which the recursive union does by itself. */
    private static RelNode withoutSpool(RelNode node) {
        boolean fillsTable = node instanceof TableSpool spool && spool.writeType == Spool.Type.LAZY;
        return fillsTable ? node.getInput(0) : node;
    }

    ReadRel.Builder reference(TableScan scan, TransientTable rows) {
        Integer number = recursions.get(rows);
        if (number == null) {
            throw new TranslationException.Unsupported("a reference to a recursive query from outside of it");
        }
        return ReadRel.newBuilder()
                .setBaseSchema(translation.types().namedStruct(scan.getRowType()))
                .setExtensionTable(ReadRel.ExtensionTable.newBuilder()
                        .setDetail(Any.pack(RecursiveReference.newBuilder()
                                .setNumber(number)
                                .build())));
    }

    Rel translate(Sample sample) {
        RelOptSamplingParameters parameters = sample.getSamplingParameters();
        io.sqe.fragment.v1.Sample.Builder detail = io.sqe.fragment.v1.Sample.newBuilder()
                .setMethod(parameters.isBernoulli() ? Method.BERNOULLI : Method.SYSTEM)
                .setPercent(parameters.sampleRate.doubleValue() * PERCENT);
        if (parameters.isRepeatable()) {
            detail.setSeed(parameters.getRepeatableSeed());
        }
        return single(detail.build(), translation.relation(sample.getInput()));
    }

    private static Rel single(Message detail, Rel input) {
        return Rel.newBuilder()
                .setExtensionSingle(ExtensionSingleRel.newBuilder()
                        .setDetail(Any.pack(detail))
                        .setInput(input))
                .build();
    }

    private static Rel multi(Message detail, List<Rel> inputs) {
        return Rel.newBuilder()
                .setExtensionMulti(ExtensionMultiRel.newBuilder()
                        .setDetail(Any.pack(detail))
                        .addAllInputs(inputs))
                .build();
    }
}
