package io.sqe.function;

/**
 * SQL text by which an engine is asked for a function.
 *
 * @param template the text, with {@code $1}, {@code $2} … for single arguments, {@code $*} for all of them separated by
 *     commas, and {@code $2*} for all from the second on; the arguments come parenthesised where they need it
 * @param typing whether the engine's result has the plan's type or must be cast to it
 */
public record EngineForm(String template, Typing typing) {

    /** A plain call under the engine's own name. */
    public static EngineForm call(String name) {
        return new EngineForm(name + "($*)", Typing.SAME);
    }

    public static EngineForm of(String template) {
        return new EngineForm(template, Typing.SAME);
    }

    /** The same form, with the engine's result cast to the plan's type. */
    public EngineForm cast() {
        return new EngineForm(template, Typing.CAST);
    }

    /** What is known of the engine's result type. */
    public enum Typing {
        SAME,
        CAST
    }
}
