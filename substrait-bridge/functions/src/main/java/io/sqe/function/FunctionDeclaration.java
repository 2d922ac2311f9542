package io.sqe.function;

import java.util.List;

/**
 * One function, for everyone who must know it.
 *
 * @param name in SQL, lower case
 * @param aliases other names in SQL that mean the same
 * @param signatures the argument types it takes and what it then returns; the first that fits is meant
 * @param substrait how a plan names it
 * @param duckdb how DuckDB is asked for it
 * @param spark how Spark is asked for it
 * @param leakage whether evaluating it can show something of its arguments other than by its result
 * @param documentation one sentence
 */
public record FunctionDeclaration(
        String name,
        List<String> aliases,
        FunctionKind kind,
        List<Signature> signatures,
        SubstraitName substrait,
        EngineForm duckdb,
        EngineForm spark,
        Leakage leakage,
        String documentation) {

    public FunctionDeclaration {
        aliases = List.copyOf(aliases);
        signatures = List.copyOf(signatures);
    }

    /** What a function is applied to. */
    public enum FunctionKind {
        SCALAR,
        AGGREGATE,
        WINDOW
    }

    /** What evaluating a function can give away. */
    public enum Leakage {
        /** Cannot fail and has no effect: may run on rows that are filtered away later. */
        LEAKPROOF,
        /** May raise an error that depends on its arguments: must not run on hidden rows. */
        MAY_FAIL
    }
}
