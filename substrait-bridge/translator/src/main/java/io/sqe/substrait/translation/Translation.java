package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import io.substrait.proto.Rel;
import io.substrait.proto.Type;
import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/** The translation of one plan: what its translators share, and how they reach each other. */
final class Translation {
    private final RelOptCluster cluster;
    private final RelTypeToSubstrait types = new RelTypeToSubstrait();
    private final RexLiteralToSubstrait literals = new RexLiteralToSubstrait(types);
    private final FunctionReferences references = new FunctionReferences();
    private final OuterScopes scopes = new OuterScopes();
    private final FunctionCalls functions = new FunctionCalls(this);
    private final WindowToSubstrait windows = new WindowToSubstrait(this);
    private final RexToSubstrait expressions = new RexToSubstrait(this);
    private final RelToSubstrait relations = new RelToSubstrait(this);

    Translation(RelOptCluster cluster) {
        this.cluster = cluster;
    }

    RelTypeToSubstrait types() {
        return types;
    }

    RexLiteralToSubstrait literals() {
        return literals;
    }

    FunctionReferences references() {
        return references;
    }

    OuterScopes scopes() {
        return scopes;
    }

    FunctionCalls functions() {
        return functions;
    }

    WindowToSubstrait windows() {
        return windows;
    }

    RelDataTypeFactory typeFactory() {
        return cluster.getTypeFactory();
    }

    RexBuilder rexBuilder() {
        return cluster.getRexBuilder();
    }

    Expression expression(RexNode node) {
        return node.accept(expressions);
    }

    /** The expression, or, if it is the null of no type, the null of this one. */
    Expression typed(RexNode node, RelDataType type) {
        boolean isUntypedNull = node.getType().getSqlTypeName() == SqlTypeName.NULL && RexLiteral.isNullLiteral(node);
        return isUntypedNull ? literals.translate(null, type) : expression(node);
    }

    /** A number of rows, as a 64-bit integer. */
    Expression rowCount(RexNode node) {
        return node instanceof RexLiteral literal && !literal.isNull()
                ? literals.translate(literal.getValueAs(Comparable.class), integerType())
                : expression(node);
    }

    Rel relation(RelNode node) {
        return relations.translate(node);
    }

    Type type(RelDataType type) {
        return types.translate(type);
    }

    RelDataType booleanType() {
        return typeFactory().createSqlType(SqlTypeName.BOOLEAN);
    }

    RelDataType integerType() {
        return typeFactory().createSqlType(SqlTypeName.BIGINT);
    }

    RelDataType textType() {
        return typeFactory().createSqlType(SqlTypeName.VARCHAR);
    }

    RelDataType rowType(List<RelDataType> fields) {
        RelDataTypeFactory.Builder row = typeFactory().builder();
        for (int i = 0; i < fields.size(); i++) {
            row.add("f" + i, fields.get(i));
        }
        return row.build();
    }
}
