package io.sqe.executor;

/** What a user can act on when an engine could not run a fragment. */
public abstract sealed class ExecutorException extends RuntimeException {

    ExecutorException(String message, Throwable cause) {
        super(message, cause);
    }

    ExecutorException(String message) {
        super(message);
    }

    /** A value that cannot be what the query asks for: a failed cast, an overflow, a division by zero. */
    public static final class InvalidValue extends ExecutorException {
        private final Kind kind;

        public InvalidValue(Kind kind, String message) {
            super(message);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        /** What was wrong with the value. */
        public enum Kind {
            CAST,
            DIVISION_BY_ZERO,
            OUT_OF_RANGE,
            OTHER
        }
    }

    /** The query needs more memory or disk than it may have. */
    public static final class OutOfResources extends ExecutorException {
        public OutOfResources(String message) {
            super(message);
        }
    }

    /** A data file that is missing, damaged or unreadable. */
    public static final class UnreadableFile extends ExecutorException {
        public UnreadableFile(String message) {
            super(message);
        }
    }

    /** A file that could not be written: a full disk, no permission. */
    public static final class UnwritableFile extends ExecutorException {
        public UnwritableFile(String message) {
            super(message);
        }
    }

    /** The query was cancelled. */
    public static final class Cancelled extends ExecutorException {
        public Cancelled() {
            super("The query was cancelled.");
        }
    }

    /** The plan holds something that this engine cannot run. */
    public static final class Unsupported extends ExecutorException {
        public Unsupported(String message) {
            super(message);
        }
    }

    /** A fault of the engine, not of the query. */
    public static final class EngineFault extends ExecutorException {
        public EngineFault(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The engine ended while it ran the query, or does not run now. The same query may succeed when it is sent again. */
    public static final class EngineLost extends ExecutorException {
        public EngineLost(String message) {
            super(message);
        }
    }
}
