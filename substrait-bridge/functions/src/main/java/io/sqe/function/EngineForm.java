package io.sqe.function;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an engine is asked for a function. */
public sealed interface EngineForm {

    /** A plain call of a scalar function under the engine's own name. */
    static Template call(String name) {
        return of(name + "($*)");
    }

    /** A plain call of an aggregate or window function under the engine's own name. */
    static Template aggregate(String name) {
        return of(name + "($distinct$*$order)$over");
    }

    static Template of(String template) {
        return new Template(template, Typing.SAME);
    }

    /** The same form, with the engine's result cast to the plan's type. */
    EngineForm cast();

    /** The text of a call of a scalar function. */
    default String apply(List<String> arguments) {
        return apply(arguments, Clauses.NONE);
    }

    /** The text of a call of an aggregate or window function. */
    String apply(List<String> arguments, Clauses clauses);

    /**
     * SQL text.
     *
     * <p>In the template {@code $1}, {@code $2} … stand for single arguments, {@code $*} for all of them separated by commas, and
     * {@code $2*} for all from the second on. Arguments come parenthesised where they need it. An infix {@code $1 OP $2} takes any number
     * of arguments.
     *
     * <p>An aggregate or window function's template also has {@code $distinct} and {@code $order} inside its call, and
     * {@code $over} behind it, where FILTER and OVER go.
     *
     * @param typing whether the engine's result has the plan's type or must be cast to it
     */
    record Template(String template, Typing typing) implements EngineForm {
        private static final Pattern INFIX = Pattern.compile("\\$1( \\S+ )\\$2");
        private static final Pattern PLACEHOLDER = Pattern.compile("(, )?\\$(\\*|[1-9]\\*?|distinct|order|over)");

        @Override
        public Template cast() {
            return new Template(template, Typing.CAST);
        }

        @Override
        public String apply(List<String> arguments) {
            Matcher infix = INFIX.matcher(template);
            return infix.matches() ? String.join(infix.group(1), arguments) : apply(arguments, Clauses.NONE);
        }

        @Override
        public String apply(List<String> arguments, Clauses clauses) {
            Matcher matcher = PLACEHOLDER.matcher(template);
            StringBuilder text = new StringBuilder();
            while (matcher.find()) {
                String separator = matcher.group(1) == null ? "" : matcher.group(1);
                String value = value(matcher.group(2), arguments, clauses);
                // A list that is empty takes the comma before it along.
                boolean isEmptyList = value.isEmpty() && matcher.group(2).endsWith("*");
                matcher.appendReplacement(text, Matcher.quoteReplacement(isEmptyList ? "" : separator + value));
            }
            return matcher.appendTail(text).toString();
        }

        private static String value(String placeholder, List<String> arguments, Clauses clauses) {
            return switch (placeholder) {
                case "distinct" -> clauses.distinct();
                case "order" -> clauses.order();
                case "over" -> clauses.over();
                case "*" -> String.join(", ", arguments);
                default -> {
                    int position = placeholder.charAt(0) - '1';
                    yield placeholder.endsWith("*")
                            ? String.join(", ", arguments.subList(position, arguments.size()))
                            : arguments.get(position);
                }
            };
        }
    }

    /**
     * A quotient of decimals that is exact to the last digit of its type. An engine's own division may answer with a DOUBLE, in which
     * 2.01 / 2 is a little less than 1.005 and so would not be rounded up: lowering gives the engine a function for it.
     */
    record Quotient(Template dividend, Template divisor) implements EngineForm {

        /** It has the plan's type by its nature. */
        @Override
        public Quotient cast() {
            return this;
        }

        /** As the engine itself would divide. */
        @Override
        public String apply(List<String> arguments, Clauses clauses) {
            return dividend.apply(arguments, clauses) + " / " + divisor.apply(arguments, clauses);
        }
    }

    /**
     * What a call of an aggregate or window function has beside its arguments; each may be empty.
     *
     * @param distinct {@code "DISTINCT "}
     * @param order {@code " ORDER BY …"}
     * @param over {@code " FILTER (…) OVER (…)"}
     */
    record Clauses(String distinct, String order, String over) {
        public static final Clauses NONE = new Clauses("", "", "");
    }

    /** What is known of the engine's result type. */
    enum Typing {
        SAME,
        CAST
    }
}
