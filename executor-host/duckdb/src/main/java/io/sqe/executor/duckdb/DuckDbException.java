package io.sqe.executor.duckdb;

/** What DuckDB refused or could not do, by the class of its four-digit error code. */
public abstract sealed class DuckDbException extends RuntimeException {
    private final int code;

    private DuckDbException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** DuckDB's four-digit code. */
    public int code() {
        return code;
    }

    /** A file could not be found, read or written (1xxx). */
    public static final class InputOutput extends DuckDbException {
        InputOutput(int code, String message) {
            super(code, message);
        }
    }

    /** A value is malformed or out of range (2xxx). */
    public static final class InvalidInput extends DuckDbException {
        InvalidInput(int code, String message) {
            super(code, message);
        }
    }

    /** The connection already has an open result, or a file is open elsewhere (3001). */
    public static final class Busy extends DuckDbException {
        Busy(int code, String message) {
            super(code, message);
        }
    }

    /** The memory limit or the temp directory's quota is too small (3002). */
    public static final class OutOfMemory extends DuckDbException {
        OutOfMemory(int code, String message) {
            super(code, message);
        }
    }

    /** Another resource, such as an extension, is missing (3xxx). */
    public static final class MissingResource extends DuckDbException {
        MissingResource(int code, String message) {
            super(code, message);
        }
    }

    /** A value does not fit its type: a failed cast, an overflow, a division by zero (4xxx). */
    public static final class WrongType extends DuckDbException {
        WrongType(int code, String message) {
            super(code, message);
        }
    }

    /** The SQL cannot be parsed, bound or planned (5xxx). */
    public static final class WrongQuery extends DuckDbException {
        WrongQuery(int code, String message) {
            super(code, message);
        }
    }

    /** The query ran and failed: most often in a {@link BatchSource} or a {@link ScalarFunction} (5007, 5008). */
    public static final class Execution extends DuckDbException {
        Execution(int code, String message) {
            super(code, message);
        }
    }

    /** The catalog has no such object, or a constraint or transaction failed (6xxx). */
    public static final class Catalog extends DuckDbException {
        Catalog(int code, String message) {
            super(code, message);
        }
    }

    /** A setting does not exist or has a wrong value (7001, 7002). */
    public static final class Configuration extends DuckDbException {
        Configuration(int code, String message) {
            super(code, message);
        }
    }

    /** The instance is locked down against this (7003). */
    public static final class NotPermitted extends DuckDbException {
        NotPermitted(int code, String message) {
            super(code, message);
        }
    }

    /** The query was interrupted (8003). */
    public static final class Interrupted extends DuckDbException {
        Interrupted(int code, String message) {
            super(code, message);
        }
    }

    /** DuckDB itself is at fault; the instance may be unusable (8xxx and whatever has no class). */
    public static final class Internal extends DuckDbException {
        Internal(int code, String message) {
            super(code, message);
        }
    }

    static DuckDbException of(int code, String message) {
        return switch (code) {
            case 3001 -> new Busy(code, message);
            case 3002 -> new OutOfMemory(code, message);
            case 5007, 5008 -> new Execution(code, message);
            case 7003 -> new NotPermitted(code, message);
            case 8003 -> new Interrupted(code, message);
            default -> ofClass(code, message);
        };
    }

    private static DuckDbException ofClass(int code, String message) {
        return switch (code / 1000) {
            case 1 -> new InputOutput(code, message);
            case 2 -> new InvalidInput(code, message);
            case 3 -> new MissingResource(code, message);
            case 4 -> new WrongType(code, message);
            case 5 -> new WrongQuery(code, message);
            case 6 -> new Catalog(code, message);
            case 7 -> new Configuration(code, message);
            default -> new Internal(code, message);
        };
    }
}
