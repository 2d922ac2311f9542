package io.sqe.planner.function;

import static java.util.Objects.requireNonNull;

import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Makes the type that a signature says a call returns. */
record ResultType(SignatureFit fit, RelDataTypeFactory types) {
    private static final int DECIMAL_PRECISION_MAX = 38;
    private static final int MICROSECONDS = 6;

    RelDataType of(TypePattern pattern) {
        if (pattern.isVariable()) {
            return requireNonNull(fit.variables().get(pattern.name()), pattern.name());
        }
        if (pattern.name().startsWith("$")) {
            return fit.arguments().get(Integer.parseInt(pattern.name().substring(1)) - 1);
        }
        return switch (pattern.name()) {
            case "common" -> fit.common(types);
            case "array" -> types.createArrayType(of(pattern.parameter(0)), -1);
            case "map" -> types.createMapType(of(pattern.parameter(0)), of(pattern.parameter(1)));
            case "row" -> row(pattern);
            case "decimal" -> decimal(pattern);
            default -> types.createTypeWithNullability(simple(pattern.name()), true);
        };
    }

    private RelDataType simple(String name) {
        return switch (name) {
            case "boolean" -> types.createSqlType(SqlTypeName.BOOLEAN);
            case "tinyint" -> types.createSqlType(SqlTypeName.TINYINT);
            case "smallint" -> types.createSqlType(SqlTypeName.SMALLINT);
            case "integer" -> types.createSqlType(SqlTypeName.INTEGER);
            case "bigint" -> types.createSqlType(SqlTypeName.BIGINT);
            case "real" -> types.createSqlType(SqlTypeName.REAL);
            case "double" -> types.createSqlType(SqlTypeName.DOUBLE);
            case "varchar", "json" -> types.createSqlType(SqlTypeName.VARCHAR);
            case "varbinary" -> types.createSqlType(SqlTypeName.VARBINARY);
            case "uuid" -> types.createSqlType(SqlTypeName.UUID);
            case "date" -> types.createSqlType(SqlTypeName.DATE);
            case "time" -> types.createSqlType(SqlTypeName.TIME, MICROSECONDS);
            case "timestamp" -> types.createSqlType(SqlTypeName.TIMESTAMP, MICROSECONDS);
            case "timestamp with time zone" ->
                types.createSqlType(SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE, MICROSECONDS);
            case "interval" ->
                types.createSqlIntervalType(new SqlIntervalQualifier(TimeUnit.DAY, TimeUnit.SECOND, SqlParserPos.ZERO));
            default -> throw new IllegalStateException("No such result type in a signature: " + name);
        };
    }

    /** A row of these types; its fields are called {@code key} and {@code value}, or by number. */
    private RelDataType row(TypePattern pattern) {
        RelDataTypeFactory.Builder builder = types.builder();
        for (int i = 0; i < pattern.parameters().size(); i++) {
            builder.add("field" + i, of(pattern.parameter(i)));
        }
        return builder.build();
    }

    /** A decimal whose precision and scale are numbers, or {@code p} and {@code s} of the first argument. */
    private RelDataType decimal(TypePattern pattern) {
        RelDataType given = fit.arguments().getFirst();
        RelDataType first =
                given.getSqlTypeName() == SqlTypeName.DECIMAL ? given : requireNonNull(types.decimalOf(given));
        int precision = number(pattern.parameter(0), first);
        int scale = number(pattern.parameter(1), first);
        return types.createSqlType(SqlTypeName.DECIMAL, Math.min(precision, DECIMAL_PRECISION_MAX), scale);
    }

    private static int number(TypePattern parameter, RelDataType decimal) {
        return switch (parameter.name()) {
            case "p" -> decimal.getPrecision();
            case "s" -> decimal.getScale();
            default -> Integer.parseInt(parameter.name());
        };
    }
}
