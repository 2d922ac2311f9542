package io.sqe.planner.binding;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** SQL's types as Trino has them: decimals of up to 38 digits with its arithmetic, unbounded texts, timestamps of up to nine digits. */
public final class SqeTypeSystem extends RelDataTypeSystemImpl {
    static final SqeTypeSystem INSTANCE = new SqeTypeSystem();

    private static final int DECIMAL_DIGITS_MAX = 38;
    private static final int TIMESTAMP_DIGITS_MAX = 9;
    private static final int TIMESTAMP_DIGITS_DEFAULT = 6;

    private SqeTypeSystem() {}

    @Override
    public int getMaxPrecision(SqlTypeName typeName) {
        return switch (typeName) {
            case DECIMAL -> DECIMAL_DIGITS_MAX;
            case VARCHAR, CHAR, VARBINARY, BINARY -> Integer.MAX_VALUE;
            case TIME, TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> TIMESTAMP_DIGITS_MAX;
            default -> super.getMaxPrecision(typeName);
        };
    }

    @Override
    public int getMaxScale(SqlTypeName typeName) {
        return typeName == SqlTypeName.DECIMAL ? DECIMAL_DIGITS_MAX : super.getMaxScale(typeName);
    }

    // Calcite 1.41 still asks these two, deprecated as they are.
    @Override
    @SuppressWarnings("deprecation")
    public int getMaxNumericPrecision() {
        return DECIMAL_DIGITS_MAX;
    }

    @Override
    @SuppressWarnings("deprecation")
    public int getMaxNumericScale() {
        return DECIMAL_DIGITS_MAX;
    }

    @Override
    public int getDefaultPrecision(SqlTypeName typeName) {
        return switch (typeName) {
            case DECIMAL -> DECIMAL_DIGITS_MAX;
            case TIME, TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> TIMESTAMP_DIGITS_DEFAULT;
            case VARCHAR, VARBINARY -> RelDataType.PRECISION_NOT_SPECIFIED;
            default -> super.getDefaultPrecision(typeName);
        };
    }

    @Override
    public boolean shouldConvertRaggedUnionTypesToVarying() {
        return true;
    }

    @Override
    public RelDataType deriveSumType(RelDataTypeFactory factory, RelDataType argument) {
        RelDataType sum = switch (argument.getSqlTypeName()) {
            case TINYINT, SMALLINT, INTEGER -> factory.createSqlType(SqlTypeName.BIGINT);
            case DECIMAL -> factory.createSqlType(SqlTypeName.DECIMAL, DECIMAL_DIGITS_MAX, argument.getScale());
            default -> argument;
        };
        return factory.createTypeWithNullability(sum, argument.isNullable());
    }

    @Override
    public RelDataType deriveAvgAggType(RelDataTypeFactory factory, RelDataType argument) {
        RelDataType average = switch (argument.getSqlTypeName()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> factory.createSqlType(SqlTypeName.DOUBLE);
            default -> argument;
        };
        return factory.createTypeWithNullability(average, argument.isNullable());
    }

    @Override
    public RelDataType deriveCovarType(RelDataTypeFactory factory, RelDataType left, RelDataType right) {
        return factory.createTypeWithNullability(
                factory.createSqlType(SqlTypeName.DOUBLE), left.isNullable() || right.isNullable());
    }

    @Override
    public @Nullable RelDataType deriveDecimalPlusType(
            RelDataTypeFactory factory, RelDataType left, RelDataType right) {
        return decimal(factory, left, right, (a, b) -> {
            int scale = Math.max(a.scale, b.scale);
            return new Digits(Math.max(a.whole(), b.whole()) + scale + 1, scale);
        });
    }

    @Override
    public @Nullable RelDataType deriveDecimalMultiplyType(
            RelDataTypeFactory factory, RelDataType left, RelDataType right) {
        return decimal(factory, left, right, (a, b) -> new Digits(a.precision + b.precision, a.scale + b.scale));
    }

    @Override
    public @Nullable RelDataType deriveDecimalDivideType(
            RelDataTypeFactory factory, RelDataType left, RelDataType right) {
        return decimal(
                factory,
                left,
                right,
                (a, b) ->
                        new Digits(a.precision + b.scale + Math.max(0, b.scale - a.scale), Math.max(a.scale, b.scale)));
    }

    @Override
    public @Nullable RelDataType deriveDecimalModType(RelDataTypeFactory factory, RelDataType left, RelDataType right) {
        return decimal(factory, left, right, (a, b) -> {
            int scale = Math.max(a.scale, b.scale);
            return new Digits(Math.min(a.whole(), b.whole()) + scale, scale);
        });
    }

    private static @Nullable RelDataType decimal(
            RelDataTypeFactory factory, RelDataType left, RelDataType right, DigitsOfResult rule) {
        boolean exact = SqlTypeUtil.isExactNumeric(left) && SqlTypeUtil.isExactNumeric(right);
        if (!exact || !(SqlTypeUtil.isDecimal(left) || SqlTypeUtil.isDecimal(right))) {
            return null;
        }
        Digits digits = rule.of(Digits.of(left), Digits.of(right));
        int scale = Math.min(digits.scale, DECIMAL_DIGITS_MAX);
        int precision = Math.clamp(digits.precision, Math.max(1, scale), DECIMAL_DIGITS_MAX);
        return factory.createSqlType(SqlTypeName.DECIMAL, precision, scale);
    }

    /** Precision and scale of a decimal operation by those of its operands (Trino documentation, "Decimal functions and operators"). */
    private interface DigitsOfResult {
        Digits of(Digits left, Digits right);
    }

    private record Digits(int precision, int scale) {
        static Digits of(RelDataType type) {
            return switch (type.getSqlTypeName()) {
                case TINYINT -> new Digits(3, 0);
                case SMALLINT -> new Digits(5, 0);
                case INTEGER -> new Digits(10, 0);
                case BIGINT -> new Digits(19, 0);
                default -> new Digits(type.getPrecision(), type.getScale());
            };
        }

        int whole() {
            return precision - scale;
        }
    }
}
