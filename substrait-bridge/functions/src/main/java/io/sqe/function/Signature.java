package io.sqe.function;

import java.util.List;

/**
 * Argument types and result type of one form of a function, in Trino's spelling of types, lower case.
 *
 * <p>Type parameters: {@code T}, {@code K}, {@code V} stand for any type and must agree; {@code decimal(p,s)} matches any
 * decimal; {@code array(T)}, {@code map(K,V)} nest; {@code number} matches every numeric type, {@code any} every type. A result
 * of {@code $1} is the first argument's type, {@code common} the least type that all arguments coerce to.
 *
 * @param variadic whether the last argument may come any number of times, none included
 */
public record Signature(List<String> arguments, String result, boolean variadic) {

    public Signature {
        arguments = List.copyOf(arguments);
    }

    public static Signature of(String result, String... arguments) {
        return new Signature(List.of(arguments), result, false);
    }

    public static Signature variadic(String result, String... arguments) {
        return new Signature(List.of(arguments), result, true);
    }
}
