package io.sqe.gateway.observation.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One event, with its fields in the order in which they are written. */
public final class AuditEntry {
    private final Instant at;
    private final Kind kind;
    private final List<Field> fields = new ArrayList<>();

    public AuditEntry(Instant at, Kind kind) {
        this.at = at;
        this.kind = kind;
    }

    public AuditEntry with(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    public AuditEntry with(String name, Optional<String> value) {
        value.ifPresent(text -> with(name, text));
        return this;
    }

    public AuditEntry with(String name, long value) {
        fields.add(new Field(name, value));
        return this;
    }

    public AuditEntry with(String name, List<String> values) {
        fields.add(new Field(name, List.copyOf(values)));
        return this;
    }

    Instant at() {
        return at;
    }

    Kind kind() {
        return kind;
    }

    List<Field> fields() {
        return fields;
    }

    /** What an event is about. */
    public enum Kind {
        QUERY,
        /** A change to what there is: CREATE, DROP, ALTER, GRANT. */
        ADMIN_DDL,
        POLICY_DECISION,
        AUTH,
        SESSION,
        /** Something that was refused to who is let in. */
        ACCESS,
        ADMIN,
        SERVER,
        /** A line that the end of a process had torn was taken off. */
        RECOVERY
    }

    /** @param value a text, a number or a list of texts */
    record Field(String name, Object value) {}
}
