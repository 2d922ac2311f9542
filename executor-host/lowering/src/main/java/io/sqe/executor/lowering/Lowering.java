package io.sqe.executor.lowering;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import io.sqe.executor.lowering.EngineSql.EngineColumn;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.v1.FileRead;
import io.sqe.function.FunctionCatalogue;
import io.substrait.proto.Plan;
import io.substrait.proto.RelRoot;
import io.substrait.proto.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Lowers fragments to DuckDB's SQL. Safe for use by many threads. */
public final class Lowering {
    /** Messages inside messages; an expression takes about three a level. */
    private static final int MESSAGE_DEPTH_MAX = 20_000;

    private final FunctionCatalogue catalogue;
    private final DeepStack stack = new DeepStack();
    private final AtomicLong numbers = new AtomicLong();

    public Lowering(FunctionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The SQL of a fragment's plan.
     *
     * @param fileColumns asked only for files that may lack field ids
     * @param held asked for files that are read as they are
     * @throws LoweringException if there is anything in it that is not understood
     */
    public EngineSql lower(Fragment fragment, DataFileColumns fileColumns, HeldTables held) {
        return stack.call(() -> lowerPlan(
                parse(fragment.plan()),
                new EngineContext(new EngineResources(numbers::getAndIncrement, held), fileColumns)));
    }

    /** SQL that answers no rows, in the columns of the files. */
    public EngineSql describe(FileRead files) {
        var resources = new EngineResources(numbers::getAndIncrement, HeldTables.NONE);
        String source = new FileReads(resources).lower(files);
        return new EngineSql(
                List.of(),
                "SELECT *\nFROM " + source + "\nLIMIT 0",
                List.of(),
                resources.folders(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
    }

    private EngineSql lowerPlan(Plan plan, EngineContext context) {
        if (plan.getRelationsCount() != 1 || !plan.getRelations(0).hasRoot()) {
            throw new LoweringException.Unsupported("a plan without exactly one root");
        }
        RelRoot root = plan.getRelations(0).getRoot();
        var functions = new PlanFunctions(plan, catalogue);
        var relations = new RelationLowering(functions, SharedPlans.in(root.getInput(), functions), context);
        Block block = relations.lower(root.getInput(), null);
        List<Type> types = block.columns().stream().map(Value::type).toList();
        List<String> names = SchemaNames.topLevel(root.getNamesList(), types);
        List<EngineColumn> columns = columns(root.getNamesList(), types);
        Block exact = block.withColumns(exactly(block.columns(), columns));
        EngineResources resources = context.resources();
        return new EngineSql(
                relations.preparation(),
                Layout.indent(relations.withClause() + exact.render(names)),
                columns,
                resources.folders(),
                resources.vectors(),
                resources.batchFiles(),
                resources.quotients(),
                resources.wholeFiles());
    }

    private static List<EngineColumn> columns(List<String> allNames, List<Type> types) {
        List<EngineColumn> columns = new ArrayList<>();
        Iterator<String> names = allNames.iterator();
        for (Type type : types) {
            String name = names.next();
            columns.add(new EngineColumn(name, EngineTypes.nameOf(type, names)));
        }
        return columns;
    }

    /** The engine may see another type in an expression than the plan does; a cast to a type that is there costs nothing. */
    private static List<Value> exactly(List<Value> values, List<EngineColumn> columns) {
        List<Value> exact = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            String cast = "CAST(" + value.sql() + " AS " + columns.get(i).type() + ')';
            boolean isKnown = value.sql().equals(cast) || isOfType(value, columns.get(i));
            exact.add(isKnown ? value : new Value(cast, Value.Shape.CALL, value.traits(), value.type()));
        }
        return exact;
    }

    /** A constant has just the type that it says, but for the names of fields, of which it knows none. */
    private static boolean isOfType(Value value, EngineColumn column) {
        return value.shape() == Value.Shape.LITERAL && column.type().equals(EngineTypes.nameOf(value.type()));
    }

    private static Plan parse(ByteString bytes) {
        CodedInputStream input = bytes.newCodedInput();
        input.setRecursionLimit(MESSAGE_DEPTH_MAX);
        try {
            return Plan.parseFrom(input);
        } catch (IOException malformed) {
            throw new LoweringException.Malformed("its bytes cannot be parsed", malformed);
        }
    }
}
