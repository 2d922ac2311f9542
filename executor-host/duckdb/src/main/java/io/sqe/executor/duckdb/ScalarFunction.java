package io.sqe.executor.duckdb;

import java.util.List;

/**
 * A function in Java that SQL can call. It works on whole vectors, on DuckDB's threads, on several at a time.
 *
 * @param name its name in SQL; functions of one name are told apart by their parameters
 * @param parameterTypes the SQL types of its parameters, such as {@code BIGINT}
 * @param resultType the SQL type of its result
 * @param stability whether DuckDB may call it once for equal arguments
 * @param body what it does
 */
public record ScalarFunction(
        String name, List<String> parameterTypes, String resultType, Stability stability, Body body) {
    public ScalarFunction {
        parameterTypes = List.copyOf(parameterTypes);
    }

    /** A function that answers the same for equal arguments. */
    public static ScalarFunction of(String name, List<String> parameterTypes, String resultType, Body body) {
        return new ScalarFunction(name, parameterTypes, resultType, Stability.CONSISTENT, body);
    }

    /** Whether equal arguments give equal results. */
    public enum Stability {
        CONSISTENT,
        VOLATILE
    }

    /** The work: reads rows of the arguments and writes as many of the result. */
    @FunctionalInterface
    public interface Body {
        /**
         * Fills the result. A row whose arguments have a null is null whatever is written, so it may be skipped. The columns
         * are valid during this call only. What is thrown becomes the query's error.
         */
        void apply(int rows, List<InputColumn> arguments, OutputColumn result) throws Exception;
    }
}
