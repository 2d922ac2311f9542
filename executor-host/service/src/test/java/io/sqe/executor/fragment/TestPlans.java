package io.sqe.executor.fragment;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.FragmentId;
import io.sqe.fragment.QueryId;
import io.sqe.fragment.v1.FileRead;
import io.sqe.fragment.v1.SecurityBarrier;
import io.substrait.proto.AdvancedExtension;
import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Literal;
import io.substrait.proto.FilterRel;
import io.substrait.proto.FunctionArgument;
import io.substrait.proto.JoinRel;
import io.substrait.proto.NamedStruct;
import io.substrait.proto.Plan;
import io.substrait.proto.PlanRel;
import io.substrait.proto.ProjectRel;
import io.substrait.proto.ReadRel;
import io.substrait.proto.Rel;
import io.substrait.proto.RelCommon;
import io.substrait.proto.RelRoot;
import io.substrait.proto.SimpleExtensionDeclaration;
import io.substrait.proto.SimpleExtensionURN;
import io.substrait.proto.SortField;
import io.substrait.proto.SortRel;
import io.substrait.proto.Type;
import java.nio.file.Path;
import java.util.List;

/** Plans written by hand. */
final class TestPlans {
    static final Type I64 =
            Type.newBuilder().setI64(Type.I64.getDefaultInstance()).build();
    static final Type I32 =
            Type.newBuilder().setI32(Type.I32.getDefaultInstance()).build();
    static final Type STRING =
            Type.newBuilder().setString(Type.String.getDefaultInstance()).build();

    private TestPlans() {}

    static Fragment fragment(Rel root, List<String> names) {
        Plan plan = Plan.newBuilder()
                .addExtensionUrns(SimpleExtensionURN.newBuilder()
                        .setExtensionUrnAnchor(1)
                        .setUrn("extension:io.substrait:functions_comparison"))
                .addExtensions(SimpleExtensionDeclaration.newBuilder()
                        .setExtensionFunction(SimpleExtensionDeclaration.ExtensionFunction.newBuilder()
                                .setExtensionUrnReference(1)
                                .setFunctionAnchor(1)
                                .setName("equal:any_any")))
                .addRelations(PlanRel.newBuilder()
                        .setRoot(RelRoot.newBuilder().setInput(root).addAllNames(names)))
                .build();
        return new Fragment(new FragmentId(new QueryId("q"), 0), plan.toByteString(), new Fragment.Output.Stream());
    }

    static FileRead parquet(Path file) {
        return FileRead.newBuilder()
                .addLocations(file.toString())
                .setFormat(FileRead.Format.PARQUET)
                .build();
    }

    static Type struct(Type... fields) {
        return Type.newBuilder()
                .setStruct(Type.Struct.newBuilder().addAllTypes(List.of(fields)))
                .build();
    }

    static Rel read(FileRead files, List<String> names, List<Type> types) {
        return readOf(files, names, types);
    }

    static Rel readOf(Message files, List<String> names, List<Type> types) {
        NamedStruct schema = NamedStruct.newBuilder()
                .addAllNames(names)
                .setStruct(Type.Struct.newBuilder().addAllTypes(types))
                .build();
        return Rel.newBuilder()
                .setRead(ReadRel.newBuilder()
                        .setBaseSchema(schema)
                        .setExtensionTable(ReadRel.ExtensionTable.newBuilder().setDetail(Any.pack(files))))
                .build();
    }

    /** One row without columns. */
    static Rel oneRow() {
        var row = Expression.Nested.Struct.newBuilder().addFields(literal(1));
        NamedStruct schema = NamedStruct.newBuilder()
                .addNames("one")
                .setStruct(Type.Struct.newBuilder().addTypes(I32))
                .build();
        return Rel.newBuilder()
                .setRead(ReadRel.newBuilder()
                        .setBaseSchema(schema)
                        .setVirtualTable(ReadRel.VirtualTable.newBuilder().addExpressions(row)))
                .build();
    }

    /** Only the expressions, none of the input's own columns. */
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

    static Rel sort(Rel input, int column) {
        return Rel.newBuilder()
                .setSort(SortRel.newBuilder()
                        .setInput(input)
                        .addSorts(SortField.newBuilder()
                                .setExpr(field(column))
                                .setDirection(SortField.SortDirection.SORT_DIRECTION_DESC_NULLS_LAST)))
                .build();
    }

    static Expression field(int index) {
        return Expression.newBuilder()
                .setSelection(Expression.FieldReference.newBuilder()
                        .setRootReference(Expression.FieldReference.RootReference.getDefaultInstance())
                        .setDirectReference(Expression.ReferenceSegment.newBuilder()
                                .setStructField(Expression.ReferenceSegment.StructField.newBuilder()
                                        .setField(index))))
                .build();
    }

    static Expression literal(int value) {
        return Expression.newBuilder()
                .setLiteral(Literal.newBuilder().setI32(value))
                .build();
    }

    static Expression cast(Expression input, Type type) {
        return Expression.newBuilder()
                .setCast(Expression.Cast.newBuilder()
                        .setInput(input)
                        .setType(type)
                        .setFailureBehavior(Expression.Cast.FailureBehavior.FAILURE_BEHAVIOR_THROW_EXCEPTION))
                .build();
    }

    static Rel filter(Rel input, Expression condition) {
        return Rel.newBuilder()
                .setFilter(FilterRel.newBuilder().setInput(input).setCondition(condition))
                .build();
    }

    static Rel rowFilter(Rel input, Expression condition) {
        var barrier = AdvancedExtension.newBuilder().setEnhancement(Any.pack(SecurityBarrier.getDefaultInstance()));
        return Rel.newBuilder()
                .setFilter(FilterRel.newBuilder()
                        .setCommon(RelCommon.newBuilder().setAdvancedExtension(barrier))
                        .setInput(input)
                        .setCondition(condition))
                .build();
    }

    static Rel join(Rel left, Rel right, Expression condition) {
        return Rel.newBuilder()
                .setJoin(JoinRel.newBuilder()
                        .setLeft(left)
                        .setRight(right)
                        .setType(JoinRel.JoinType.JOIN_TYPE_INNER)
                        .setExpression(condition))
                .build();
    }

    /** The only function of these plans. */
    static Expression equal(Expression left, Expression right) {
        return Expression.newBuilder()
                .setScalarFunction(Expression.ScalarFunction.newBuilder()
                        .setFunctionReference(1)
                        .setOutputType(Type.newBuilder().setBool(Type.Boolean.getDefaultInstance()))
                        .addArguments(FunctionArgument.newBuilder().setValue(left))
                        .addArguments(FunctionArgument.newBuilder().setValue(right)))
                .build();
    }

    static Expression in(Expression needle, Rel haystack) {
        return subquery(Expression.Subquery.newBuilder()
                .setInPredicate(Expression.Subquery.InPredicate.newBuilder()
                        .addNeedles(needle)
                        .setHaystack(haystack)));
    }

    static Expression exists(Rel rows) {
        return subquery(Expression.Subquery.newBuilder()
                .setSetPredicate(Expression.Subquery.SetPredicate.newBuilder()
                        .setPredicateOp(Expression.Subquery.SetPredicate.PredicateOp.PREDICATE_OP_EXISTS)
                        .setTuples(rows)));
    }

    private static Expression subquery(Expression.Subquery.Builder subquery) {
        return Expression.newBuilder().setSubquery(subquery).build();
    }

    /** A column of the query around this one. */
    static Expression outer(int index) {
        return Expression.newBuilder()
                .setSelection(Expression.FieldReference.newBuilder()
                        .setOuterReference(Expression.FieldReference.OuterReference.newBuilder()
                                .setStepsOut(1))
                        .setDirectReference(Expression.ReferenceSegment.newBuilder()
                                .setStructField(Expression.ReferenceSegment.StructField.newBuilder()
                                        .setField(index))))
                .build();
    }
}
