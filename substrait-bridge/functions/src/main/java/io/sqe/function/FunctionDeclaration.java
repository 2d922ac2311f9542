package io.sqe.function;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One function, for everyone who must know it.
 *
 * <p>Several declarations may share a name in SQL (an operator on numbers and on dates); each has a name of its own in plans.
 *
 * @param name in SQL, lower case; a symbol for operators
 * @param aliases other names in SQL that mean the same
 * @param signatures the argument types it takes and what it then returns; the first that fits is meant
 * @param substrait how a plan names it
 * @param duckdb how DuckDB is asked for it
 * @param spark how Spark is asked for it; empty if nobody has said yet, and then Spark cannot run it
 * @param leakage whether evaluating it can show something of its arguments other than by its result
 * @param stability whether two calls with the same arguments answer the same
 * @param documentation one sentence
 * @param examples at least one
 */
public record FunctionDeclaration(
        String name,
        List<String> aliases,
        FunctionKind kind,
        List<Signature> signatures,
        SubstraitName substrait,
        EngineForm duckdb,
        Optional<EngineForm> spark,
        Leakage leakage,
        Stability stability,
        String documentation,
        List<Example> examples) {
    private static final Set<String> WORDS = Set.of("and", "or", "not", "like", "ilike");

    public FunctionDeclaration {
        aliases = List.copyOf(aliases);
        signatures = List.copyOf(signatures);
        examples = List.copyOf(examples);
        if (signatures.isEmpty()) {
            throw new IllegalArgumentException("Function " + name + " has no signature");
        }
    }

    /** Every name that it has in SQL. */
    public List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }

    /** Whether a name is written between or around arguments, and not before them as a call. */
    public static boolean isOperator(String name) {
        return name.chars().noneMatch(Character::isLetter) || name.indexOf(' ') >= 0 || WORDS.contains(name);
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

    /** For how long equal arguments mean an equal result. */
    public enum Stability {
        ALWAYS,
        /** Within one query: the current time. */
        IN_QUERY,
        /** Never: random numbers. */
        NEVER
    }
}
