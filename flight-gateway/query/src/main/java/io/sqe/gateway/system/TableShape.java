package io.sqe.gateway.system;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.catalog.Literal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The name and columns of a system table; a column's field id is its place, from 1. */
record TableShape(String name, List<Column> columns) {
    private static final ColumnType TEXT = new ColumnType.StringType();

    TableShape {
        columns = List.copyOf(columns);
    }

    static TableShape named(String name) {
        return new TableShape(name, List.of());
    }

    TableShape text(String... names) {
        return with(TEXT, names);
    }

    TableShape texts(String name) {
        return with(new ColumnType.ListType(Column.optional(0, "element", TEXT)), name);
    }

    TableShape number(String... names) {
        return with(new ColumnType.LongType(), names);
    }

    TableShape flag(String... names) {
        return with(new ColumnType.BooleanType(), names);
    }

    TableShape moment(String... names) {
        return with(new ColumnType.TimestampType(TimeUnit.MICROSECONDS, Zone.WITH), names);
    }

    private TableShape with(ColumnType type, String... names) {
        List<Column> more = new ArrayList<>(columns);
        for (String column : names) {
            more.add(Column.optional(more.size() + 1, column, type));
        }
        return new TableShape(name, more);
    }

    /** A row: for each column a String, Long, Boolean or Instant as its type wants, or null. */
    List<Optional<Literal>> row(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of %s has %d values for %d columns".formatted(name, cells.length, columns.size()));
        }
        List<Optional<Literal>> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            row.add(
                    cell == null
                            ? Optional.empty()
                            : Optional.of(literal(columns.get(i).type(), cell)));
        }
        return row;
    }

    private static Literal literal(ColumnType type, Object cell) {
        return switch (cell) {
            case Instant moment -> new Literal(type, ChronoUnit.MICROS.between(Instant.EPOCH, moment));
            case Integer number -> new Literal(type, number.longValue());
            case Object plain -> new Literal(type, plain);
        };
    }
}
