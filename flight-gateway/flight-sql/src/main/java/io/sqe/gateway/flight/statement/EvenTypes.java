package io.sqe.gateway.flight.statement;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.DecimalType;
import io.sqe.catalog.ColumnType.IntegerType;
import io.sqe.catalog.ColumnType.LongType;
import io.sqe.planner.parameter.Parameter;
import io.sqe.planner.parameter.Parameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the values of a placeholder one type over all rows: a value by itself has the narrowest, and the results of all rows are one
 * stream of one schema.
 */
final class EvenTypes {
    private static final int DIGITS_MAX = 38;

    private EvenTypes() {}

    static List<Parameters> of(List<Parameters> rows) {
        if (rows.size() < 2) {
            return rows;
        }
        List<ColumnType> types =
                rows.getFirst().values().stream().map(Parameter::type).toList();
        for (Parameters row : rows) {
            types = wider(types, row);
        }
        List<ColumnType> common = types;
        return rows.stream().map(row -> typed(row, common)).toList();
    }

    private static List<ColumnType> wider(List<ColumnType> types, Parameters row) {
        List<ColumnType> wider = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            wider.add(wider(types.get(i), row.values().get(i).type()));
        }
        return wider;
    }

    private static ColumnType wider(ColumnType one, ColumnType other) {
        if (one instanceof IntegerType && other instanceof LongType) {
            return other;
        }
        if (one instanceof DecimalType(int precision, int scale)
                && other instanceof DecimalType(int otherPrecision, int otherScale)) {
            int digits = Math.max(scale, otherScale);
            int whole = Math.max(precision - scale, otherPrecision - otherScale);
            return whole + digits > DIGITS_MAX ? one : new DecimalType(whole + digits, digits);
        }
        return one;
    }

    private static Parameters typed(Parameters row, List<ColumnType> types) {
        List<Parameter> values = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            values.add(typed(row.values().get(i), types.get(i)));
        }
        return new Parameters(values);
    }

    private static Parameter typed(Parameter value, ColumnType type) {
        return switch (value) {
            case Parameter.Null _ -> new Parameter.Null(type);
            case Parameter.Value(var literal)
            when type instanceof LongType && literal.value() instanceof Integer small ->
                Parameter.of(type, small.longValue());
            case Parameter.Value(var literal)
            when type instanceof DecimalType(int _, int scale) && literal.value() instanceof BigDecimal decimal ->
                Parameter.of(type, decimal.setScale(Math.max(scale, decimal.scale())));
            case Parameter.Value same -> same;
        };
    }
}
