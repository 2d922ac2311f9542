package io.sqe.gateway.configuration.key;

/**
 * Something wrong with a configuration.
 *
 * @param place where; empty if it is nowhere in particular
 * @param message what is wrong and what to do; never a secret's value
 */
public record Problem(Severity severity, String place, String message) {

    public static Problem error(Origin origin, String message) {
        return new Problem(Severity.ERROR, place(origin), message);
    }

    public static Problem warning(Origin origin, String message) {
        return new Problem(Severity.WARNING, place(origin), message);
    }

    private static String place(Origin origin) {
        return origin instanceof Origin.Standard ? "" : origin.toString();
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        String what = severity == Severity.ERROR ? "error: " : "warning: ";
        return what + (place.isEmpty() ? "" : place + ": ") + message;
    }

    /** Whether the server starts all the same. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
