package io.sqe.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sqe.function.EngineForm.Clauses;
import io.sqe.function.EngineForm.Template;
import io.sqe.function.FunctionDeclaration.FunctionKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuckDbFormTest {
    private Connection duckdb;

    @BeforeAll
    void openDuckDb() throws SQLException {
        duckdb = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
        }
    }

    @AfterAll
    void closeDuckDb() throws SQLException {
        duckdb.close();
    }

    static Stream<Arguments> examples() {
        return examples(FunctionCatalogue.standard().all().stream());
    }

    static Stream<Arguments> windowable() {
        return examples(FunctionCatalogue.standard().all().stream()
                .filter(function -> function.kind() == FunctionKind.AGGREGATE)
                .filter(function -> !function.name().equals("grouping")));
    }

    private static Stream<Arguments> examples(Stream<FunctionDeclaration> functions) {
        return functions.flatMap(function -> function.examples().stream()
                .map(example -> argumentSet(function.name() + example.arguments(), function, example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersAsTheExampleSays(FunctionDeclaration function, Example example) throws SQLException {
        String sql = query(function, example);
        if (example.errorText().isEmpty()) {
            assertThat(run(sql)).as(sql).isEqualTo(example.answer());
        } else {
            assertThatThrownBy(() -> run(sql)).as(sql).hasMessageContaining(example.errorText());
        }
    }

    private static String query(FunctionDeclaration function, Example example) {
        EngineForm form = function.duckdb();
        return switch (function.kind()) {
            case SCALAR -> "SELECT " + asked(example, form.apply(parenthesised(example.arguments())));
            case AGGREGATE ->
                "SELECT " + form.apply(example.arguments(), clauses(function, "")) + rows(example) + grouping(function);
            case WINDOW ->
                "SELECT " + form.apply(example.arguments(), clauses(function, " OVER (ORDER BY x)")) + rows(example)
                        + " ORDER BY x";
        };
    }

    private static String asked(Example example, String call) {
        return example.question().replace(Example.RESULT, "(" + call + ")");
    }

    private static String rows(Example example) {
        return " FROM (VALUES (" + String.join("), (", example.rows()) + ")) AS t(x)";
    }

    private static Clauses clauses(FunctionDeclaration function, String over) {
        return new Clauses("", isOrdered(function) ? " ORDER BY x" : "", over);
    }

    private static boolean isOrdered(FunctionDeclaration function) {
        return function.duckdb() instanceof Template form && form.template().contains("WITHIN GROUP");
    }

    private static String grouping(FunctionDeclaration function) {
        return function.name().equals("grouping") ? " GROUP BY x" : "";
    }

    private static List<String> parenthesised(List<String> arguments) {
        return arguments.stream().map(argument -> "(" + argument + ")").toList();
    }

    private String run(String sql) throws SQLException {
        try (Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (" + sql + ")")) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(Objects.requireNonNullElse(rows.getString(1), "NULL"));
            }
            return String.join(" ", values);
        }
    }

    @ParameterizedTest
    @MethodSource("windowable")
    void everyAggregateTakesFilterAndOver(FunctionDeclaration function, Example example) throws SQLException {
        // The engine has no windows for ordered-set aggregates.
        String over = isOrdered(function) ? " FILTER (WHERE true)" : " FILTER (WHERE true) OVER ()";
        String sql = "SELECT " + function.duckdb().apply(example.arguments(), clauses(function, over)) + rows(example)
                + " LIMIT 1";
        assertThat(run(sql)).as(sql).isEqualTo(example.answer());
    }
}
