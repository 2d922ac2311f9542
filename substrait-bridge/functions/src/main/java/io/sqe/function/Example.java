package io.sqe.function;

import java.util.List;

/**
 * A call of a function and what it answers; shown to readers, and run by the tests in the engine.
 *
 * @param arguments as SQL; those of aggregate and window functions may use column {@code x}
 * @param rows the values of {@code x}, as SQL; empty for scalar functions
 * @param question what of the call's result is asked, as SQL; mostly the result itself
 * @param answer the answer as text, {@code NULL} for null; a window function's results separated by spaces; {@code error: …}
 *     followed by a part of the message where the call must fail
 */
public record Example(List<String> arguments, List<String> rows, String question, String answer) {
    /** Stands for the call's result in a question. */
    public static final String RESULT = "$result";

    private static final String ERROR = "error: ";

    public Example {
        arguments = List.copyOf(arguments);
        rows = List.copyOf(rows);
    }

    /** What the error's message contains if the call must fail; empty if it must not. */
    public String errorText() {
        return answer.startsWith(ERROR) ? answer.substring(ERROR.length()) : "";
    }
}
