package io.sqe.executor.fragment;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.ExecutorException.InvalidValue.Kind;
import io.sqe.executor.duckdb.DuckDbException;
import io.sqe.executor.lowering.EngineSql;
import io.sqe.executor.lowering.LoweringException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Says in a person's terms what DuckDB refused, and nothing of the SQL that it was given. */
final class EngineFailures {
    /** What a quotient of decimals is where the divisor is zero, or one of floating-point numbers that is cast to a decimal. */
    private static final Pattern NOT_FINITE = Pattern.compile("Could not cast value -?(inf|nan) to DECIMAL");

    /** An escape character, or a pattern with one, that is not constant and so was not checked before. */
    private static final Pattern LIKE_ESCAPE = Pattern.compile("escape (string|character)", Pattern.CASE_INSENSITIVE);

    private EngineFailures() {}

    static ExecutorException of(DuckDbException failure) {
        String text = firstSentence(textOf(failure));
        return switch (failure) {
            case DuckDbException.Interrupted _ -> new ExecutorException.Cancelled();
            case DuckDbException.OutOfMemory _ -> outOfMemory(text);
            case DuckDbException.InputOutput _ -> ofFile(text);
            case DuckDbException.InvalidInput _ -> ofInput(failure, text);
            case DuckDbException.WrongType _ -> ofType(text);
            case DuckDbException.NotPermitted _ ->
                new ExecutorException.UnreadableFile("A file may not be read: it lies outside the allowed folders.");
            case DuckDbException.Execution _ -> ofInput(failure, text);
            case DuckDbException.Busy _,
                    DuckDbException.MissingResource _,
                    DuckDbException.WrongQuery _,
                    DuckDbException.Catalog _,
                    DuckDbException.Configuration _,
                    DuckDbException.Internal _ -> ofEngine(failure, text);
        };
    }

    /** The failure of a statement that writes: trouble with a file that is not read is trouble with writing. */
    static ExecutorException ofWrite(DuckDbException failure) {
        ExecutorException reason = of(failure);
        String text = firstSentence(textOf(failure));
        boolean isWriting = reason instanceof ExecutorException.UnreadableFile && isAboutWriting(text);
        return isWriting ? new ExecutorException.UnwritableFile("A file cannot be written: " + text) : reason;
    }

    private static boolean isAboutWriting(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("writ") || lower.contains("creat") || lower.contains("director");
    }

    static ExecutorException of(LoweringException refusal) {
        return new ExecutorException.Unsupported(textOf(refusal));
    }

    private static ExecutorException outOfMemory(String text) {
        return new ExecutorException.OutOfResources("The query needs more memory or spill space than it may have: "
                + text + " Raise the memory limit, or allow more space for spilling.");
    }

    private static ExecutorException ofFile(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left")) {
            return new ExecutorException.OutOfResources("A disk is full: " + text + " Free some space and try again.");
        }
        return new ExecutorException.UnreadableFile("A data file cannot be read: " + text);
    }

    private static ExecutorException ofType(String text) {
        return NOT_FINITE.matcher(text).find()
                ? divisionByZero()
                : new ExecutorException.InvalidValue(kindOf(text), text);
    }

    private static ExecutorException divisionByZero() {
        return new ExecutorException.InvalidValue(
                Kind.DIVISION_BY_ZERO, "Division by zero. Divide by NULLIF(…, 0) to get NULL instead.");
    }

    private static ExecutorException ofInput(DuckDbException failure, String text) {
        if (isAboutFile(text)) {
            return ofFile(text);
        }
        Kind kind = kindOf(textOf(failure));
        return kind == Kind.DIVISION_BY_ZERO ? divisionByZero() : new ExecutorException.InvalidValue(kind, text);
    }

    /** A damaged file shows in several classes of error. */
    private static ExecutorException ofEngine(DuckDbException failure, String text) {
        if (isAboutFile(text)) {
            return ofFile(text);
        }
        if (LIKE_ESCAPE.matcher(text).find()) {
            return new ExecutorException.InvalidValue(Kind.OTHER, text);
        }
        return new ExecutorException.EngineFault(
                "The engine failed at the query (code " + failure.code()
                        + "). This is a fault of SQE; please report it.",
                failure);
    }

    private static boolean isAboutFile(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("parquet")
                || lower.contains("file '")
                || lower.contains("file \"")
                || lower.contains("thrift");
    }

    private static Kind kindOf(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("division by zero")) {
            return Kind.DIVISION_BY_ZERO;
        }
        if (lower.contains("out of range") || lower.contains("overflow")) {
            return Kind.OUT_OF_RANGE;
        }
        return lower.contains("convert") || lower.contains("cast") ? Kind.CAST : Kind.OTHER;
    }

    private static String textOf(RuntimeException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "no reason was given");
    }

    /** The first paragraph without DuckDB's error class: what follows shows the SQL. */
    private static String firstSentence(String message) {
        int paragraph = message.indexOf("\n\n");
        int line = message.indexOf("\nLINE ");
        int end = paragraph < 0 ? message.length() : paragraph;
        String first =
                message.substring(0, line < 0 ? end : Math.min(end, line)).strip();
        String text = first.replaceFirst("^[A-Za-z/ ]+ Error: ", "").replace(EngineSql.NO_NUMBER, "");
        return text.endsWith(".") || text.endsWith("!") ? text : text + ".";
    }
}
