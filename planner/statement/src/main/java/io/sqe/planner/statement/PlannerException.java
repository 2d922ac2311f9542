package io.sqe.planner.statement;

import java.util.Optional;

/** What a person can act on when a statement cannot be planned: a message for them, and a place in the text. */
public abstract sealed class PlannerException extends RuntimeException {
    private final transient TextSpan span;

    PlannerException(String message, TextSpan span) {
        super(message);
        this.span = span;
    }

    /** Where in the statement's text. */
    public final TextSpan span() {
        return span;
    }

    static String didYouMean(Optional<String> similar, String otherwise) {
        return similar.map(name -> "Did you mean " + name + "?").orElse(otherwise);
    }

    /** Text that is not SQL as the grammar knows it. */
    public static final class SyntaxError extends PlannerException {
        public SyntaxError(String message, TextSpan span) {
            super(message, span);
        }
    }

    /** A catalog that the principal does not have. */
    public static final class UnknownCatalog extends PlannerException {
        public UnknownCatalog(String name, Optional<String> similar, TextSpan span) {
            super(
                    "Cannot find catalog %s. %s"
                            .formatted(name, didYouMean(similar, "SHOW CATALOGS lists what there is.")),
                    span);
        }
    }

    /** A schema that is not there. */
    public static final class UnknownSchema extends PlannerException {
        public UnknownSchema(String name, Optional<String> similar, TextSpan span) {
            super(
                    "Cannot find schema %s. %s"
                            .formatted(name, didYouMean(similar, "SHOW SCHEMAS lists what there is.")),
                    span);
        }
    }

    /** A table or view that is not there for the principal. */
    public static final class UnknownTable extends PlannerException {
        public UnknownTable(String name, Optional<String> similar, TextSpan span) {
            super(
                    "Cannot find table %s. %s".formatted(name, didYouMean(similar, "SHOW TABLES lists what there is.")),
                    span);
        }
    }

    /** A version that a table does not have. */
    public static final class UnknownVersion extends PlannerException {
        public UnknownVersion(String message, TextSpan span) {
            super(message, span);
        }
    }

    /** A column that is not there for the principal. */
    public static final class UnknownColumn extends PlannerException {
        public UnknownColumn(String name, Optional<String> similar, TextSpan span) {
            super(
                    "Cannot find column %s. %s"
                            .formatted(name, didYouMean(similar, "DESCRIBE lists the columns of a table.")),
                    span);
        }
    }

    /** A function that is not in the catalogue. */
    public static final class UnknownFunction extends PlannerException {
        public UnknownFunction(String name, Optional<String> similar, TextSpan span) {
            super(
                    "Cannot find function %s. %s"
                            .formatted(name, didYouMean(similar, "SHOW FUNCTIONS lists what there is.")),
                    span);
        }
    }

    /** A function that is there, with arguments it does not take. */
    public static final class InvalidArguments extends PlannerException {
        public InvalidArguments(String message, TextSpan span) {
            super(message, span);
        }
    }

    /** Values of types that do not go together. */
    public static final class TypeMismatch extends PlannerException {
        public TypeMismatch(String message, TextSpan span) {
            super(message, span);
        }
    }

    /** A column's name that several tables have. */
    public static final class AmbiguousColumn extends PlannerException {
        public AmbiguousColumn(String name, TextSpan span) {
            super(
                    "Column %s is ambiguous: more than one table has it. Put the table's name and a dot in front."
                            .formatted(name),
                    span);
        }
    }

    /** A column or table name that is given twice where it must be unique. */
    public static final class DuplicateName extends PlannerException {
        public DuplicateName(String message, TextSpan span) {
            super(message, span);
        }
    }

    /** A statement whose parts do not make sense together. */
    public static final class InvalidStatement extends PlannerException {
        public InvalidStatement(String message, TextSpan span) {
            super(message, span);
        }
    }

    /** SQL that the engine knows of and does not run. */
    public static final class Unsupported extends PlannerException {
        public Unsupported(String what, TextSpan span) {
            super(what + " is not supported.", span);
        }
    }

    /** A statement nested too deeply, or too large. */
    public static final class TooComplex extends PlannerException {
        public TooComplex(String message, TextSpan span) {
            super(message, span);
        }
    }

    /** Something the principal may see but not do. */
    public static final class AccessDenied extends PlannerException {
        public AccessDenied(String message, TextSpan span) {
            super(message, span);
        }
    }
}
