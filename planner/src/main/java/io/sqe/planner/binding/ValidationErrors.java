package io.sqe.planner.binding;

import io.sqe.planner.statement.NearestName;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlOperator;

/** Says in our words what the validator found. */
final class ValidationErrors {
    private static final List<Translation> TRANSLATIONS = List.of(
            translation("Column '(.*?)' not found in (?:any )?table.*", ValidationErrors::unknownColumn),
            translation("Column '(.*?)' not found in any table.*", ValidationErrors::unknownColumn),
            translation("The definition of column '(.*?)' depends on itself.*", ValidationErrors::unknownColumn),
            translation("Table '(.*?)' not found.*", ValidationErrors::unknownAlias),
            translation("(?:From line .*: )?Object '(.*?)' not found.*", ValidationErrors::unknownAlias),
            translation(
                    "Column '(.*?)' is ambiguous.*",
                    (found, error) -> new PlannerException.AmbiguousColumn(found.group(1), error.span())),
            translation("No match found for function signature ([^(]*)(.*)", ValidationErrors::unknownFunction),
            translation(
                    "Invalid number of arguments to function '(.*?)'.*?(\\d+) arguments.*",
                    (found, error) -> new PlannerException.InvalidArguments(
                            "Cannot call %s: it takes %s arguments. Add or remove some."
                                    .formatted(lower(found.group(1)), found.group(2)),
                            error.span())),
            translation(
                    "Cannot apply '(.*?)' to arguments of type '(.*?)'\\..*",
                    (found, error) -> new PlannerException.TypeMismatch(
                            "Cannot apply %s to these types: %s. Cast one of them."
                                    .formatted(lower(found.group(1)), readable(found.group(2))),
                            error.span())),
            translation(
                    "Expression '(.*?)' is not being grouped",
                    (found, error) -> new PlannerException.InvalidStatement(
                            "Cannot select %s: it is neither grouped nor aggregated. Add it to GROUP BY or aggregate it."
                                    .formatted(found.group(1)),
                            error.span())),
            translation(
                    "Duplicate relation name '(.*?)' in FROM clause",
                    (found, error) -> new PlannerException.DuplicateName(
                            "Two tables in FROM are called %s. Give one of them another name with AS."
                                    .formatted(found.group(1)),
                            error.span())),
            translation(
                    "Column count mismatch in (.*)",
                    (found, error) -> new PlannerException.TypeMismatch(
                            "Cannot combine these queries: %s needs the same number of columns on both sides."
                                    .formatted(found.group(1)),
                            error.span())),
            translation(
                    "Type mismatch in column (.*) of (.*)",
                    (found, error) -> new PlannerException.TypeMismatch(
                            "Cannot combine these queries: column %s differs in type between the sides of %s. Cast one of them."
                                    .formatted(found.group(1), found.group(2)),
                            error.span())));

    private ValidationErrors() {}

    static PlannerException of(CalciteContextException failure, SqeValidator validator) {
        var error = new Found(failure, validator);
        return TRANSLATIONS.stream()
                .map(translation -> translation.apply(error))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new PlannerException.InvalidStatement(
                        "Cannot plan the statement. " + sentence(error.message()), error.span()));
    }

    private static PlannerException unknownColumn(Matcher found, Found error) {
        String name = found.group(1);
        return new PlannerException.UnknownColumn(
                name, NearestName.of(name, error.validator().columnNames()), error.span());
    }

    private static PlannerException unknownAlias(Matcher found, Found error) {
        String name = found.group(1);
        return new PlannerException.UnknownTable(
                name, NearestName.of(name, error.validator().aliases()), error.span());
    }

    private static PlannerException unknownFunction(Matcher found, Found error) {
        String name = lower(found.group(1).strip());
        List<String> known = error.validator().getOperatorTable().getOperatorList().stream()
                .map(SqlOperator::getName)
                .map(ValidationErrors::lower)
                .toList();
        if (known.contains(name)) {
            return new PlannerException.InvalidArguments(
                    "Cannot call %s with these types: %s. SHOW FUNCTIONS LIKE '%1$s' shows what it takes."
                            .formatted(name, readable(found.group(2).replaceAll("^\\(|\\)$", ""))),
                    error.span());
        }
        return new PlannerException.UnknownFunction(name, NearestName.of(name, known), error.span());
    }

    private static String readable(String types) {
        return lower(types.replaceAll("\\s+CHARACTER SET \"[^\"]*\"( COLLATE \"[^\"]*\")?", "")
                .replaceAll("[<>]", ""));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String sentence(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    private static Translation translation(String pattern, Rewording rewording) {
        return new Translation(Pattern.compile(pattern, Pattern.DOTALL), rewording);
    }

    private record Translation(Pattern pattern, Rewording rewording) {
        Optional<PlannerException> apply(Found error) {
            Matcher matcher = pattern.matcher(error.message());
            return matcher.matches() ? Optional.of(rewording.apply(matcher, error)) : Optional.empty();
        }
    }

    private interface Rewording {
        PlannerException apply(Matcher found, Found error);
    }

    private record Found(String message, TextSpan span, SqeValidator validator) {
        Found(CalciteContextException failure, SqeValidator validator) {
            this(innermost(failure), spanOf(failure), validator);
        }

        private static String innermost(Throwable failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String message = cause.getMessage();
            return message == null || message.isEmpty() ? "it makes no sense" : message;
        }

        private static TextSpan spanOf(CalciteContextException failure) {
            return failure.getPosLine() == 0
                    ? TextSpan.START
                    : new TextSpan(
                            failure.getPosLine(),
                            failure.getPosColumn(),
                            failure.getEndPosLine(),
                            failure.getEndPosColumn());
        }
    }
}
