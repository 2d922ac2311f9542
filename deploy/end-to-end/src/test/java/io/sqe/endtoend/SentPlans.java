package io.sqe.endtoend;

import io.sqe.gateway.query.SubstraitQuery;
import io.substrait.proto.Expression;
import io.substrait.proto.Expression.FieldReference;
import io.substrait.proto.Expression.ReferenceSegment;
import io.substrait.proto.Expression.ReferenceSegment.StructField;
import io.substrait.proto.FilterRel;
import io.substrait.proto.FunctionArgument;
import io.substrait.proto.NamedStruct;
import io.substrait.proto.Plan;
import io.substrait.proto.PlanRel;
import io.substrait.proto.ProjectRel;
import io.substrait.proto.ReadRel;
import io.substrait.proto.ReadRel.NamedTable;
import io.substrait.proto.Rel;
import io.substrait.proto.RelCommon;
import io.substrait.proto.RelRoot;
import io.substrait.proto.SimpleExtensionDeclaration;
import io.substrait.proto.SimpleExtensionDeclaration.ExtensionFunction;
import io.substrait.proto.SimpleExtensionURN;
import io.substrait.proto.Type;
import java.util.Arrays;
import java.util.List;

/** Substrait plans written by hand, as a client with something in mind would. */
final class SentPlans {
    static final Type I32 =
            Type.newBuilder().setI32(Type.I32.getDefaultInstance()).build();
    static final Type TEXT =
            Type.newBuilder().setString(Type.String.getDefaultInstance()).build();

    private SentPlans() {}

    static SubstraitQuery query(Rel rel, String... names) {
        return new SubstraitQuery(plan(rel, names).build().toByteArray());
    }

    static Plan.Builder plan(Rel rel, String... names) {
        return Plan.newBuilder()
                .addRelations(PlanRel.newBuilder()
                        .setRoot(RelRoot.newBuilder().setInput(rel).addAllNames(Arrays.asList(names))));
    }

    /** With functions by the numbers 1, 2, 3 … */
    static SubstraitQuery query(Rel rel, List<String> names, String urn, String... functions) {
        Plan.Builder plan = plan(rel, names.toArray(String[]::new))
                .addExtensionUrns(
                        SimpleExtensionURN.newBuilder().setExtensionUrnAnchor(1).setUrn(urn));
        for (int i = 0; i < functions.length; i++) {
            plan.addExtensions(SimpleExtensionDeclaration.newBuilder()
                    .setExtensionFunction(ExtensionFunction.newBuilder()
                            .setExtensionUrnReference(1)
                            .setFunctionAnchor(i + 1)
                            .setName(functions[i])));
        }
        return new SubstraitQuery(plan.build().toByteArray());
    }

    static ReadRel.Builder reading(String table, Object... namesAndTypes) {
        NamedStruct.Builder schema = NamedStruct.newBuilder();
        Type.Struct.Builder struct = Type.Struct.newBuilder();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            schema.addNames((String) namesAndTypes[i]);
            struct.addTypes((Type) namesAndTypes[i + 1]);
        }
        return ReadRel.newBuilder()
                .setBaseSchema(schema.setStruct(struct))
                .setNamedTable(NamedTable.newBuilder().addAllNames(List.of(table.split("\\."))));
    }

    static Rel read(String table, Object... namesAndTypes) {
        return rel(reading(table, namesAndTypes));
    }

    static Rel rel(ReadRel.Builder read) {
        return Rel.newBuilder().setRead(read).build();
    }

    static Rel filter(Rel input, Expression condition) {
        return Rel.newBuilder()
                .setFilter(FilterRel.newBuilder().setInput(input).setCondition(condition))
                .build();
    }

    /** Only the computed column of an input that has so many. */
    static Rel project(Rel input, int inputColumns, Expression computed) {
        return Rel.newBuilder()
                .setProject(ProjectRel.newBuilder()
                        .setInput(input)
                        .addExpressions(computed)
                        .setCommon(RelCommon.newBuilder()
                                .setEmit(RelCommon.Emit.newBuilder().addOutputMapping(inputColumns))))
                .build();
    }

    static Expression column(int ordinal) {
        return Expression.newBuilder()
                .setSelection(FieldReference.newBuilder()
                        .setDirectReference(ReferenceSegment.newBuilder()
                                .setStructField(StructField.newBuilder().setField(ordinal)))
                        .setRootReference(FieldReference.RootReference.getDefaultInstance()))
                .build();
    }

    static Expression number(int value) {
        return Expression.newBuilder()
                .setLiteral(Expression.Literal.newBuilder().setI32(value))
                .build();
    }

    static Expression text(String value) {
        return Expression.newBuilder()
                .setLiteral(Expression.Literal.newBuilder().setString(value))
                .build();
    }

    static Expression call(int function, Expression... arguments) {
        Expression.ScalarFunction.Builder call =
                Expression.ScalarFunction.newBuilder().setFunctionReference(function);
        for (Expression argument : arguments) {
            call.addArguments(FunctionArgument.newBuilder().setValue(argument));
        }
        return Expression.newBuilder().setScalarFunction(call).build();
    }
}
