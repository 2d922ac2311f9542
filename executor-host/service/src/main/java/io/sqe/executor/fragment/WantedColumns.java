package io.sqe.executor.fragment;

import io.sqe.executor.dataset.WantedColumn;
import io.sqe.fragment.v1.Constant;
import io.sqe.fragment.v1.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Says which columns of an ORC file a plan's fields are; what a file lacks is given as text that the engine can cast. */
final class WantedColumns {

    private WantedColumns() {}

    static WantedColumn of(Field field) {
        return new WantedColumn(
                field.getId(),
                field.getName(),
                field.getChildrenList().stream().map(WantedColumns::of).toList(),
                field.hasInitialDefault()
                        ? missingValue(field.getType(), field.getInitialDefault())
                        : Optional.empty());
    }

    private static Optional<String> missingValue(String type, Constant constant) {
        return switch (constant.getValueCase()) {
            case NULL, VALUE_NOT_SET -> Optional.empty();
            case BOOLEAN -> Optional.of(Boolean.toString(constant.getBoolean()));
            case INTEGER -> Optional.of(ofInteger(type, constant.getInteger()));
            case FLOATING -> Optional.of(Double.toString(constant.getFloating()));
            case TEXT -> Optional.of(constant.getText());
            case BINARY -> Optional.of(escaped(constant.getBinary().toByteArray()));
        };
    }

    private static String ofInteger(String type, long number) {
        return switch (type) {
            case "date" -> LocalDate.ofEpochDay(number).toString();
            case "timestamp" -> local(number, ChronoUnit.MICROS);
            case "timestamp_ns" -> local(number, ChronoUnit.NANOS);
            case "timestamptz" -> local(number, ChronoUnit.MICROS) + "+00";
            case "timestamptz_ns" -> local(number, ChronoUnit.NANOS) + "+00";
            default -> Long.toString(number);
        };
    }

    private static String local(long number, ChronoUnit unit) {
        return Instant.EPOCH
                .plus(number, unit)
                .atOffset(ZoneOffset.UTC)
                .toLocalDateTime()
                .toString();
    }

    /** Every byte as DuckDB's text for binaries has those that are no letters. */
    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte octet : bytes) {
            text.append(String.format(Locale.ROOT, "\\x%02X", octet));
        }
        return text.toString();
    }
}
