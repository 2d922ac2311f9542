package io.sqe.gateway.trino.type;

import java.util.List;
import java.util.stream.Collectors;

/** A type as Trino's clients know it. */
public sealed interface TrinoType {
    TrinoType BOOLEAN = new Plain("boolean");
    TrinoType TINYINT = new Plain("tinyint");
    TrinoType SMALLINT = new Plain("smallint");
    TrinoType INTEGER = new Plain("integer");
    TrinoType BIGINT = new Plain("bigint");
    TrinoType REAL = new Plain("real");
    TrinoType DOUBLE = new Plain("double");
    TrinoType VARBINARY = new Plain("varbinary");
    TrinoType DATE = new Plain("date");
    TrinoType UUID = new Plain("uuid");
    TrinoType JSON = new Plain("json");
    TrinoType UNKNOWN = new Plain("unknown");
    TrinoType INTERVAL_YEAR_TO_MONTH = new Plain("interval year to month");
    TrinoType INTERVAL_DAY_TO_SECOND = new Plain("interval day to second");
    TrinoType VARCHAR = new Varchar();

    /** The type as SQL writes it. */
    String displayName();

    /** A type without arguments. */
    record Plain(String displayName) implements TrinoType {}

    /** Text of any length. */
    record Varchar() implements TrinoType {
        @Override
        public String displayName() {
            return "varchar";
        }
    }

    /** DECIMAL. */
    record Decimal(int precision, int scale) implements TrinoType {
        @Override
        public String displayName() {
            return "decimal(" + precision + "," + scale + ")";
        }
    }

    /**
     * TIME, TIMESTAMP and TIMESTAMP WITH TIME ZONE.
     *
     * @param precision digits after the second's point
     */
    record Temporal(Kind kind, int precision) implements TrinoType {
        @Override
        public String displayName() {
            return kind.base + "(" + precision + ")" + kind.suffix;
        }

        String baseName() {
            return kind.base + kind.suffix;
        }

        /** Which of the three. */
        public enum Kind {
            TIME("time", ""),
            TIMESTAMP("timestamp", ""),
            TIMESTAMP_WITH_TIME_ZONE("timestamp", " with time zone");

            private final String base;
            private final String suffix;

            Kind(String base, String suffix) {
                this.base = base;
                this.suffix = suffix;
            }
        }
    }

    /** ARRAY. */
    record Array(TrinoType element) implements TrinoType {
        @Override
        public String displayName() {
            return "array(" + element.displayName() + ")";
        }
    }

    /** MAP. */
    record Mapping(TrinoType key, TrinoType value) implements TrinoType {
        @Override
        public String displayName() {
            return "map(" + key.displayName() + ", " + value.displayName() + ")";
        }
    }

    /** ROW. */
    record Row(List<Member> members) implements TrinoType {
        public Row {
            members = List.copyOf(members);
        }

        @Override
        public String displayName() {
            return members.stream().map(Member::displayName).collect(Collectors.joining(", ", "row(", ")"));
        }
    }

    /** One member of a ROW. */
    record Member(String name, TrinoType type) {
        String displayName() {
            return '"' + name.replace("\"", "\"\"") + "\" " + type.displayName();
        }
    }
}
