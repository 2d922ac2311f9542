package io.sqe.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.function.FunctionDeclaration.FunctionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
    private static final Path PAGE = Path.of("../../docs/reference/functions.md");

    @Test
    void theReferencePageSaysWhatTheCatalogueDeclares() throws IOException {
        String page = page(FunctionCatalogue.standard());
        if ("rewrite".equals(System.getProperty("sqe.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as("Run `make golden`").isEqualTo(page);
    }

    private static String page(FunctionCatalogue catalogue) {
        StringBuilder page = new StringBuilder("""
                # Functions

                Made from the function catalogue by `make golden`; do not edit. Where engines differ, a function means what it means in
                Trino. Types: `number` is any number, `integral` any whole number, `datetime` any date or time, `T`, `K` and `V` any type,
                `$1` the first argument's type, `common` the type that all arguments have in common; `…` repeats the last argument.
                """);
        append(page, "Operators", select(catalogue, FunctionKind.SCALAR, true));
        append(page, "Scalar functions", select(catalogue, FunctionKind.SCALAR, false));
        append(page, "Aggregate functions", select(catalogue, FunctionKind.AGGREGATE, false));
        append(page, "Window functions", select(catalogue, FunctionKind.WINDOW, false));
        return page.toString();
    }

    private static List<FunctionDeclaration> select(FunctionCatalogue catalogue, FunctionKind kind, boolean operators) {
        return catalogue.all().stream()
                .filter(function -> function.kind() == kind)
                .filter(function -> FunctionDeclaration.isOperator(function.name()) == operators)
                .sorted(Comparator.comparing(FunctionDeclaration::name))
                .toList();
    }

    private static void append(StringBuilder page, String title, List<FunctionDeclaration> functions) {
        page.append("\n## ")
                .append(title)
                .append("\n\n| function | returns | meaning | example |\n|---|---|---|---|\n");
        functions.forEach(function -> page.append("| ")
                .append(cell(calls(function)))
                .append(" | ")
                .append(cell(function.signatures().stream()
                        .map(Signature::result)
                        .distinct()
                        .collect(Collectors.joining(", "))))
                .append(" | ")
                .append(function.documentation())
                .append(function.aliases().isEmpty() ? "" : " Also: " + String.join(", ", function.aliases()) + ".")
                .append(" | ")
                .append(cell(example(function)))
                .append(" |\n"));
    }

    private static String calls(FunctionDeclaration function) {
        return function.signatures().stream()
                .map(signature -> function.name() + "(" + String.join(", ", signature.arguments())
                        + (signature.variadic() ? ", …" : "") + ")")
                .collect(Collectors.joining(" "));
    }

    private static String example(FunctionDeclaration function) {
        Example example = function.examples().getFirst();
        String call = function.name() + "(" + String.join(", ", example.arguments()) + ")";
        String over = example.rows().isEmpty() ? "" : " for x in " + String.join(", ", example.rows());
        String asked = example.question().equals(Example.RESULT)
                ? ""
                : example.question().replace(Example.RESULT, "the result");
        return asked.isEmpty()
                ? call + over + " → " + example.answer()
                : call + ": " + asked + " → " + example.answer();
    }

    private static String cell(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
