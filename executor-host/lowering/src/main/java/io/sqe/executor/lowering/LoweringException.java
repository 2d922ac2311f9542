package io.sqe.executor.lowering;

/** A plan that cannot become engine SQL. Nothing is ever left out silently: what is not known ends here. */
public sealed class LoweringException extends RuntimeException {

    LoweringException(String message) {
        super(message);
    }

    LoweringException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something that this engine, or this lowering, cannot express. */
    public static final class Unsupported extends LoweringException {
        public Unsupported(String what) {
            super("DuckDB cannot run this plan: " + what + " is not supported.");
        }
    }

    /** A function that the catalogue does not declare. */
    public static final class UnknownFunction extends LoweringException {
        public UnknownFunction(String urn, String name) {
            super("DuckDB cannot run this plan: function %s of %s is not in the function catalogue."
                    .formatted(name, urn));
        }
    }

    /** Bytes that are not a plan, or a plan that contradicts itself. */
    public static final class Malformed extends LoweringException {
        public Malformed(String what) {
            super("The plan is malformed: " + what + ".");
        }

        public Malformed(String what, Throwable cause) {
            super("The plan is malformed: " + what + ".", cause);
        }
    }
}
