package io.sqe.function;

/**
 * A function's name in a Substrait plan.
 *
 * @param urn the extension it is declared in, such as {@code extension:io.substrait:functions_arithmetic}
 * @param name without the argument types that Substrait appends
 */
public record SubstraitName(String urn, String name) {
    /** The extension of the functions that Substrait does not declare. */
    public static final String SQE_URN = "extension:io.sqe:functions";

    private static final String STANDARD_PREFIX = "extension:io.substrait:functions_";

    public static SubstraitName own(String name) {
        return new SubstraitName(SQE_URN, name);
    }

    /** A name from one of Substrait's own extensions, called by what follows {@code functions_}. */
    public static SubstraitName standard(String extension, String name) {
        return new SubstraitName(STANDARD_PREFIX + extension, name);
    }

    public boolean isOwn() {
        return urn.equals(SQE_URN);
    }
}
