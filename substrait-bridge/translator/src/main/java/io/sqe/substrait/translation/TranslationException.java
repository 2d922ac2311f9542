package io.sqe.substrait.translation;

/** A plan that cannot be handed to an executor. */
public abstract sealed class TranslationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TranslationException(String message) {
        super(message);
    }

    /** The statement uses something that has no translation. */
    public static final class Unsupported extends TranslationException {
        private static final long serialVersionUID = 1L;
        private final String construct;

        public Unsupported(String construct) {
            super("Cannot run " + construct + ": it is not supported yet. Rewrite the query without it.");
            this.construct = construct;
        }

        /** What is not supported, in the words of SQL. */
        public String construct() {
            return construct;
        }
    }

    /** A function is known to SQL, but not for these argument types. */
    public static final class NoSuchVariant extends TranslationException {
        private static final long serialVersionUID = 1L;

        public NoSuchVariant(String function, String argumentTypes) {
            super("Cannot run " + function + "(" + argumentTypes
                    + "): no variant takes these types. Cast the arguments.");
        }
    }
}
