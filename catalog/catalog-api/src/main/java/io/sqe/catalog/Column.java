package io.sqe.catalog;

import java.util.Optional;

/**
 * A column or nested field.
 *
 * @param fieldId Iceberg's id: what identifies the column over renames; 0 in a definition not yet created
 * @param initialDefault what rows written before the column existed read as; empty reads as null
 * @param writeDefault what an insert that leaves the column out writes
 */
public record Column(
        int fieldId,
        String name,
        ColumnType type,
        Presence presence,
        Optional<String> doc,
        Optional<Literal> initialDefault,
        Optional<Literal> writeDefault) {

    public static Column optional(int fieldId, String name, ColumnType type) {
        return new Column(fieldId, name, type, Presence.OPTIONAL, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Column required(int fieldId, String name, ColumnType type) {
        return new Column(fieldId, name, type, Presence.REQUIRED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    /** The column as it is when something stands in the place of its values that may be NULL. */
    public Column orNull() {
        return new Column(fieldId, name, type, Presence.OPTIONAL, doc, initialDefault, writeDefault);
    }

    /** Whether every row has a value. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }
}
