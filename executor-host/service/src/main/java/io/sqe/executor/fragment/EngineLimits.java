package io.sqe.executor.fragment;

/** Limits that the engine is set to. */
final class EngineLimits {
    /** Expressions inside expressions; DuckDB's own default of 1,000 is too low for generated SQL. */
    static final int EXPRESSION_DEPTH_MAX = 10_000;

    private EngineLimits() {}
}
