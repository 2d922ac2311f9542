package io.sqe.planner.function;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** What it costs to pass an argument of one type where a signature wants another. */
final class Conversion {
    private static final int IMPOSSIBLE = -1;
    private static final int WIDENED = 1;
    private static final int APPROXIMATED = 3;

    private Conversion() {}

    /** The cost, negative if it cannot be; adds to {@code bound} what type variables must stand for. */
    static int cost(TypePattern wanted, RelDataType given, Map<String, List<RelDataType>> bound) {
        if (wanted.isVariable()) {
            bound.computeIfAbsent(wanted.name(), key -> new ArrayList<>()).add(given);
            return 0;
        }
        SqlTypeName name = given.getSqlTypeName();
        if (name == SqlTypeName.NULL || name == SqlTypeName.ANY) {
            return 0;
        }
        return switch (wanted.name()) {
            case "array" ->
                name == SqlTypeName.ARRAY
                        ? cost(wanted.parameter(0), requireNonNull(given.getComponentType()), bound)
                        : IMPOSSIBLE;
            case "map" -> name == SqlTypeName.MAP ? mapCost(wanted, given, bound) : IMPOSSIBLE;
            default -> simpleCost(wanted.name(), name, given);
        };
    }

    private static int mapCost(TypePattern wanted, RelDataType given, Map<String, List<RelDataType>> bound) {
        int key = cost(wanted.parameter(0), requireNonNull(given.getKeyType()), bound);
        int value = cost(wanted.parameter(1), requireNonNull(given.getValueType()), bound);
        return key < 0 || value < 0 ? IMPOSSIBLE : key + value;
    }

    private static int simpleCost(String wanted, SqlTypeName name, RelDataType given) {
        boolean isIntegral = SqlTypeUtil.isIntType(given);
        return switch (wanted) {
            case "any" -> 0;
            case "number" -> freeIf(SqlTypeUtil.isNumeric(given));
            case "integral" -> freeIf(isIntegral);
            case "integer" -> isIntegral ? exactOr(WIDENED, name == SqlTypeName.INTEGER) : IMPOSSIBLE;
            case "bigint" -> isIntegral ? exactOr(WIDENED, name == SqlTypeName.BIGINT) : IMPOSSIBLE;
            case "decimal" -> name == SqlTypeName.DECIMAL ? 0 : isIntegral ? WIDENED : IMPOSSIBLE;
            case "real" -> isReal(name) ? 0 : isIntegral ? APPROXIMATED : IMPOSSIBLE;
            case "double" ->
                SqlTypeUtil.isNumeric(given) ? exactOr(APPROXIMATED, name == SqlTypeName.DOUBLE) : IMPOSSIBLE;
            case "boolean" -> freeIf(name == SqlTypeName.BOOLEAN);
            case "varchar", "json" -> freeIf(SqlTypeUtil.isCharacter(given));
            case "varbinary" -> freeIf(SqlTypeUtil.isBinary(given));
            case "uuid" -> freeIf(name == SqlTypeName.UUID);
            case "row" -> freeIf(given.isStruct());
            case "interval" -> freeIf(SqlTypeUtil.isInterval(given));
            case "datetime" -> freeIf(SqlTypeUtil.isDatetime(given));
            case "date" -> freeIf(name == SqlTypeName.DATE);
            case "time" -> freeIf(name == SqlTypeName.TIME);
            case "timestamp" -> name == SqlTypeName.DATE ? WIDENED : freeIf(name == SqlTypeName.TIMESTAMP);
            case "timestamp with time zone" -> isZoned(name) ? 0 : exactIf(APPROXIMATED, SqlTypeUtil.isDatetime(given));
            default -> throw new IllegalStateException("No such type in a signature: " + wanted);
        };
    }

    private static int freeIf(boolean fits) {
        return fits ? 0 : IMPOSSIBLE;
    }

    private static int exactOr(int cost, boolean isExact) {
        return isExact ? 0 : cost;
    }

    private static int exactIf(int cost, boolean fits) {
        return fits ? cost : IMPOSSIBLE;
    }

    private static boolean isReal(SqlTypeName name) {
        return name == SqlTypeName.REAL;
    }

    static boolean isZoned(SqlTypeName name) {
        return name == SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE || name == SqlTypeName.TIMESTAMP_TZ;
    }

    /** The type that a pattern names; the other one where it names none, or a whole family. */
    static RelDataType typeOf(TypePattern wanted, RelDataType other, RelDataTypeFactory types) {
        return switch (wanted.name()) {
            case "integer" -> types.createSqlType(SqlTypeName.INTEGER);
            case "bigint", "integral" -> types.createSqlType(SqlTypeName.BIGINT);
            case "real" -> types.createSqlType(SqlTypeName.REAL);
            case "double", "number" -> types.createSqlType(SqlTypeName.DOUBLE);
            case "boolean" -> types.createSqlType(SqlTypeName.BOOLEAN);
            case "varchar", "json" -> types.createSqlType(SqlTypeName.VARCHAR);
            case "varbinary" -> types.createSqlType(SqlTypeName.VARBINARY);
            case "uuid" -> types.createSqlType(SqlTypeName.UUID);
            case "date" -> types.createSqlType(SqlTypeName.DATE);
            case "time" -> withDefaultPrecision(SqlTypeName.TIME, types);
            case "timestamp", "datetime" -> withDefaultPrecision(SqlTypeName.TIMESTAMP, types);
            case "timestamp with time zone" -> withDefaultPrecision(SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE, types);
            default -> other;
        };
    }

    private static RelDataType withDefaultPrecision(SqlTypeName name, RelDataTypeFactory types) {
        return types.createSqlType(name, types.getTypeSystem().getDefaultPrecision(name));
    }

    /** The type that an argument must be converted to; its own where the signature leaves it open. */
    static RelDataType target(TypePattern wanted, RelDataType given, RelDataTypeFactory types) {
        SqlTypeName name = switch (wanted.name()) {
            case "integer" -> SqlTypeName.INTEGER;
            case "bigint" -> SqlTypeName.BIGINT;
            case "real" -> SqlTypeName.REAL;
            case "double" -> SqlTypeName.DOUBLE;
            case "timestamp" -> SqlTypeName.TIMESTAMP;
            default -> given.getSqlTypeName();
        };
        if (wanted.name().equals("decimal") && SqlTypeUtil.isIntType(given)) {
            return requireNonNull(types.decimalOf(given));
        }
        if (name == given.getSqlTypeName()) {
            return given;
        }
        RelDataType type = name.allowsPrecNoScale() && name != SqlTypeName.REAL && name != SqlTypeName.DOUBLE
                ? types.createSqlType(name, types.getTypeSystem().getMaxPrecision(name))
                : types.createSqlType(name);
        return types.createTypeWithNullability(type, given.isNullable());
    }
}
