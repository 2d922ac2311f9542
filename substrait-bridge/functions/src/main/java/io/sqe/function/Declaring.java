package io.sqe.function;

import io.sqe.function.FunctionDeclaration.FunctionKind;
import io.sqe.function.FunctionDeclaration.Leakage;
import io.sqe.function.FunctionDeclaration.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A declaration in the making, so that declarations read as sentences.
 *
 * <p>Unless said otherwise a function is called the same in SQL, in SQE's own Substrait extension and in the engine, and
 * cannot fail. {@link #says} ends the sentence.
 */
final class Declaring {
    private final String name;
    private final FunctionKind kind;
    private final List<String> aliases;
    private final List<Signature> signatures = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private SubstraitName substrait;
    private EngineForm duckdb;
    private Leakage leakage = Leakage.LEAKPROOF;
    private Stability stability = Stability.ALWAYS;

    private Declaring(FunctionKind kind, String name, String... aliases) {
        this.kind = kind;
        this.name = name;
        this.aliases = List.of(aliases);
        substrait = SubstraitName.own(name);
        duckdb = kind == FunctionKind.SCALAR ? EngineForm.call(name) : EngineForm.aggregate(name);
    }

    static Declaring scalar(String name, String... aliases) {
        return new Declaring(FunctionKind.SCALAR, name, aliases);
    }

    static Declaring aggregate(String name, String... aliases) {
        return new Declaring(FunctionKind.AGGREGATE, name, aliases);
    }

    static Declaring window(String name, String... aliases) {
        return new Declaring(FunctionKind.WINDOW, name, aliases);
    }

    /** One more signature: the result type, then the argument types. */
    Declaring gives(String result, String... arguments) {
        signatures.add(Signature.of(result, arguments));
        return this;
    }

    /** One more signature, whose last argument may come any number of times. */
    Declaring givesOfMany(String result, String... arguments) {
        signatures.add(Signature.variadic(result, arguments));
        return this;
    }

    /** The function is one that Substrait declares. */
    Declaring standard(String extension, String substraitName) {
        substrait = SubstraitName.standard(extension, substraitName);
        return this;
    }

    /** A name in SQE's own extension that is not the SQL name. */
    Declaring own(String substraitName) {
        substrait = SubstraitName.own(substraitName);
        return this;
    }

    /** The engine's form: a template if it has a placeholder, else the engine's name of the function. */
    Declaring duckdb(String templateOrName) {
        boolean isTemplate = templateOrName.indexOf('$') >= 0 || templateOrName.indexOf('(') >= 0;
        if (isTemplate) {
            duckdb = EngineForm.of(templateOrName);
        } else {
            duckdb = kind == FunctionKind.SCALAR
                    ? EngineForm.call(templateOrName)
                    : EngineForm.aggregate(templateOrName);
        }
        return this;
    }

    /** The engine's form: the exact quotient of two templates. */
    Declaring duckdbQuotient(String dividend, String divisor) {
        duckdb = new EngineForm.Quotient(EngineForm.of(dividend), EngineForm.of(divisor));
        return this;
    }

    /** The engine's result type differs from the declared one. */
    Declaring cast() {
        duckdb = duckdb.cast();
        return this;
    }

    /** It raises errors that depend on its arguments. */
    Declaring mayFail() {
        leakage = Leakage.MAY_FAIL;
        return this;
    }

    Declaring stable(Stability other) {
        stability = other;
        return this;
    }

    /** An example of a scalar function: the answer, then the arguments. */
    Declaring answers(String answer, String... arguments) {
        examples.add(new Example(List.of(arguments), List.of(), Example.RESULT, answer));
        return this;
    }

    /** An example of an aggregate or window function over rows of {@code x}. */
    Declaring answersOver(List<String> rows, String answer, String... arguments) {
        examples.add(new Example(List.of(arguments), rows, Example.RESULT, answer));
        return this;
    }

    /** The last example's answer is to this question about the {@code $result}, which cannot be written down itself. */
    Declaring checkedBy(String question) {
        Example last = examples.removeLast();
        examples.add(new Example(last.arguments(), last.rows(), question, last.answer()));
        return this;
    }

    FunctionDeclaration says(String documentation) {
        return new FunctionDeclaration(
                name,
                aliases,
                kind,
                signatures,
                substrait,
                duckdb,
                Optional.empty(),
                leakage,
                stability,
                documentation,
                examples);
    }
}
