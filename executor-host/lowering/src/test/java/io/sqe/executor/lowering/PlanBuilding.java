package io.sqe.executor.lowering;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.FragmentId;
import io.sqe.fragment.QueryId;
import io.sqe.fragment.v1.DataFile;
import io.sqe.fragment.v1.Field;
import io.sqe.fragment.v1.IcebergRead;
import io.sqe.function.FunctionCatalogue;
import io.sqe.function.SubstraitName;
import io.substrait.proto.AggregateFunction;
import io.substrait.proto.AggregateRel;
import io.substrait.proto.CrossRel;
import io.substrait.proto.Expression;
import io.substrait.proto.Expression.FieldReference;
import io.substrait.proto.Expression.Literal;
import io.substrait.proto.Expression.Subquery;
import io.substrait.proto.ExtensionMultiRel;
import io.substrait.proto.FetchRel;
import io.substrait.proto.FilterRel;
import io.substrait.proto.FunctionArgument;
import io.substrait.proto.JoinRel;
import io.substrait.proto.JoinRel.JoinType;
import io.substrait.proto.NamedStruct;
import io.substrait.proto.Plan;
import io.substrait.proto.PlanRel;
import io.substrait.proto.ProjectRel;
import io.substrait.proto.ReadRel;
import io.substrait.proto.Rel;
import io.substrait.proto.RelCommon;
import io.substrait.proto.RelRoot;
import io.substrait.proto.SetRel;
import io.substrait.proto.SimpleExtensionDeclaration;
import io.substrait.proto.SimpleExtensionURN;
import io.substrait.proto.SortField;
import io.substrait.proto.SortRel;
import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes plans by hand, over tables {@code a}, {@code b} and {@code c} with columns {@code x} and {@code y} of 64 bits. */
final class PlanBuilding {
    private static final String PREFIX = "extension:io.substrait:functions_";

    /** Anchors by extension and name. */
    private final Map<String, Integer> functions = new LinkedHashMap<>();

    private int scans;

    String sql(Rel root, String... names) {
        return lower(root, names).sql();
    }

    EngineSql lower(Rel root, String... names) {
        Plan.Builder plan = Plan.newBuilder()
                .addRelations(PlanRel.newBuilder()
                        .setRoot(RelRoot.newBuilder().setInput(root).addAllNames(List.of(names))));
        functions.forEach((name, anchor) -> {
            int slash = name.indexOf('/');
            plan.addExtensionUrns(SimpleExtensionURN.newBuilder()
                    .setExtensionUrnAnchor(anchor)
                    .setUrn(name.startsWith("own/") ? SubstraitName.SQE_URN : PREFIX + name.substring(0, slash)));
            plan.addExtensions(SimpleExtensionDeclaration.newBuilder()
                    .setExtensionFunction(SimpleExtensionDeclaration.ExtensionFunction.newBuilder()
                            .setExtensionUrnReference(anchor)
                            .setFunctionAnchor(anchor)
                            .setName(name.substring(slash + 1) + ":any")));
        });
        var fragment = new Fragment(
                new FragmentId(new QueryId("q"), 0),
                new DeepStack().call(() -> plan.build().toByteString()),
                new Fragment.Output.Stream());
        return new Lowering(FunctionCatalogue.standard()).lower(fragment, _ -> Map.of(), HeldTables.NONE);
    }

    Rel table(String name) {
        IcebergRead read = IcebergRead.newBuilder()
                .setTable("lake.s." + name)
                .setScan(scans++)
                .addColumns(Field.newBuilder().setId(1).setName("x").setType("long"))
                .addColumns(Field.newBuilder().setId(2).setName("y").setType("long"))
                .addFiles(DataFile.newBuilder()
                        .setLocation("/lake/" + name + ".parquet")
                        .setFormat(DataFile.Format.PARQUET))
                .build();
        return read(read, List.of("x", "y"), List.of(PlanTypes.I64, PlanTypes.I64));
    }

    static Rel read(Message detail, List<String> names, List<Type> types) {
        NamedStruct schema = NamedStruct.newBuilder()
                .addAllNames(names)
                .setStruct(Type.Struct.newBuilder().addAllTypes(types))
                .build();
        return Rel.newBuilder()
                .setRead(ReadRel.newBuilder()
                        .setBaseSchema(schema)
                        .setExtensionTable(ReadRel.ExtensionTable.newBuilder().setDetail(Any.pack(detail))))
                .build();
    }

    static Rel oneRow(Literal... values) {
        var row = Expression.Nested.Struct.newBuilder();
        List<String> names = new ArrayList<>();
        var types = Type.Struct.newBuilder();
        for (Literal value : values) {
            row.addFields(Expression.newBuilder().setLiteral(value));
            names.add("v" + names.size());
            types.addTypes(Literals.lower(value).type());
        }
        return Rel.newBuilder()
                .setRead(ReadRel.newBuilder()
                        .setBaseSchema(
                                NamedStruct.newBuilder().addAllNames(names).setStruct(types))
                        .setVirtualTable(ReadRel.VirtualTable.newBuilder().addExpressions(row)))
                .build();
    }

    static Rel filter(Rel input, Expression condition) {
        return Rel.newBuilder()
                .setFilter(FilterRel.newBuilder().setInput(input).setCondition(condition))
                .build();
    }

    /** Only the expressions, none of the input's columns. */
    static Rel project(Rel input, int inputColumns, Expression... expressions) {
        var emit = RelCommon.Emit.newBuilder();
        for (int i = 0; i < expressions.length; i++) {
            emit.addOutputMapping(inputColumns + i);
        }
        return Rel.newBuilder()
                .setProject(ProjectRel.newBuilder()
                        .setInput(input)
                        .setCommon(RelCommon.newBuilder().setEmit(emit))
                        .addAllExpressions(List.of(expressions)))
                .build();
    }

    static Rel join(JoinType type, Rel left, Rel right, Expression condition) {
        return Rel.newBuilder()
                .setJoin(JoinRel.newBuilder()
                        .setLeft(left)
                        .setRight(right)
                        .setType(type)
                        .setExpression(condition))
                .build();
    }

    static Rel cross(Rel left, Rel right) {
        return Rel.newBuilder()
                .setCross(CrossRel.newBuilder().setLeft(left).setRight(right))
                .build();
    }

    static Rel sort(Rel input, int column) {
        return Rel.newBuilder()
                .setSort(SortRel.newBuilder()
                        .setInput(input)
                        .addSorts(SortField.newBuilder()
                                .setExpr(field(column))
                                .setDirection(SortField.SortDirection.SORT_DIRECTION_ASC_NULLS_LAST)))
                .build();
    }

    @SuppressWarnings("deprecation") // what substrait-java writes
    static Rel limit(Rel input, long count) {
        return Rel.newBuilder()
                .setFetch(FetchRel.newBuilder().setInput(input).setCount(count))
                .build();
    }

    static Rel union(Rel... inputs) {
        return Rel.newBuilder()
                .setSet(SetRel.newBuilder().addAllInputs(List.of(inputs)).setOp(SetRel.SetOp.SET_OP_UNION_ALL))
                .build();
    }

    static Rel multi(Message detail, Rel... inputs) {
        return Rel.newBuilder()
                .setExtensionMulti(ExtensionMultiRel.newBuilder()
                        .setDetail(Any.pack(detail))
                        .addAllInputs(List.of(inputs)))
                .build();
    }

    /** Grouped by columns, with the sum of one more. */
    Rel sumBy(Rel input, int summed, Integer... keys) {
        var rel = AggregateRel.newBuilder().setInput(input);
        var grouping = AggregateRel.Grouping.newBuilder();
        for (int i = 0; i < keys.length; i++) {
            rel.addGroupingExpressions(field(keys[i]));
            grouping.addExpressionReferences(i);
        }
        return Rel.newBuilder()
                .setAggregate(rel.addGroupings(grouping)
                        .addMeasures(AggregateRel.Measure.newBuilder()
                                .setMeasure(AggregateFunction.newBuilder()
                                        .setFunctionReference(anchor("own/max"))
                                        .setOutputType(PlanTypes.I64)
                                        .addArguments(argument(field(summed))))))
                .build();
    }

    Expression call(String name, Type type, Expression... arguments) {
        return Expression.newBuilder()
                .setScalarFunction(Expression.ScalarFunction.newBuilder()
                        .setFunctionReference(anchor(name))
                        .setOutputType(type)
                        .addAllArguments(Arrays.stream(arguments)
                                .map(PlanBuilding::argument)
                                .toList()))
                .build();
    }

    Expression equal(Expression left, Expression right) {
        return call("comparison/equal", PlanTypes.BOOLEAN, left, right);
    }

    Expression and(Expression... conditions) {
        return call("boolean/and", PlanTypes.BOOLEAN, conditions);
    }

    Expression or(Expression... conditions) {
        return call("boolean/or", PlanTypes.BOOLEAN, conditions);
    }

    private int anchor(String name) {
        return functions.computeIfAbsent(name, _ -> functions.size() + 1);
    }

    private static FunctionArgument argument(Expression value) {
        return FunctionArgument.newBuilder().setValue(value).build();
    }

    static Expression scalar(Rel rel) {
        return Expression.newBuilder()
                .setSubquery(Subquery.newBuilder()
                        .setScalar(Subquery.Scalar.newBuilder().setInput(rel)))
                .build();
    }

    static Expression exists(Rel rel) {
        return Expression.newBuilder()
                .setSubquery(Subquery.newBuilder()
                        .setSetPredicate(Subquery.SetPredicate.newBuilder()
                                .setPredicateOp(Subquery.SetPredicate.PredicateOp.PREDICATE_OP_EXISTS)
                                .setTuples(rel)))
                .build();
    }

    static Expression field(int index) {
        return reference(
                index, FieldReference.newBuilder().setRootReference(FieldReference.RootReference.getDefaultInstance()));
    }

    static Expression outer(int stepsOut, int index) {
        return reference(
                index,
                FieldReference.newBuilder()
                        .setOuterReference(
                                FieldReference.OuterReference.newBuilder().setStepsOut(stepsOut)));
    }

    private static Expression reference(int index, FieldReference.Builder root) {
        var segment = Expression.ReferenceSegment.newBuilder()
                .setStructField(
                        Expression.ReferenceSegment.StructField.newBuilder().setField(index));
        return Expression.newBuilder()
                .setSelection(root.setDirectReference(segment))
                .build();
    }

    static Expression literal(int value) {
        return Expression.newBuilder()
                .setLiteral(Literal.newBuilder().setI32(value))
                .build();
    }

    static Expression literal(String value) {
        return Expression.newBuilder()
                .setLiteral(Literal.newBuilder().setString(value))
                .build();
    }
}
