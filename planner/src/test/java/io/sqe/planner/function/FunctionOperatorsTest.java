package io.sqe.planner.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.function.FunctionCatalogue;
import io.sqe.function.FunctionDeclaration;
import io.sqe.function.FunctionDeclaration.FunctionKind;
import io.sqe.planner.statement.StatementParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.config.Lex;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.validate.SqlNameMatchers;
import org.apache.calcite.tools.FrameworkConfig;
import org.apache.calcite.tools.Frameworks;
import org.apache.calcite.tools.Planner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionOperatorsTest {
    private static final FunctionOperators OPERATORS = FunctionOperators.standard();

    /** Written with words between the arguments, which the grammar asks for. */
    private static final Set<String> OWN_SYNTAX = Set.of("overlay", "trim");

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            sqrt(4)                         ; DOUBLE
            substr('abc', 1)                ; VARCHAR
            substring('abc' FROM 1 FOR 2)   ; VARCHAR
            round(1.25, 1)                  ; DECIMAL(3, 2)
            year(DATE '2026-11-21')         ; BIGINT
            upper('a') || lower('B')        ; VARCHAR
            abs(-5)                         ; INTEGER
            7 / 2                           ; INTEGER
            extract(YEAR FROM DATE '2026-11-21') ; BIGINT NOT NULL
            count(*)                        ; BIGINT NOT NULL
            stddev(x)                       ; DOUBLE
            """)
    void resultTypesAreTheSignatures(String expression, String type) throws Exception {
        assertThat(type(expression).getFullTypeString()).startsWith(type);
    }

    private static RelDataType type(String expression) throws Exception {
        return plan(expression).getRowType().getFieldList().getFirst().getType();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7 / 2     | divide_integers
            7.5 / 2   | divide_decimals
            7e0 / 2   | divide
            """)
    void theDeclarationThatIsMeantFollowsTheArgumentTypes(String expression, String plannedAs) throws Exception {
        Project project = (Project) plan(expression);
        RexCall call = (RexCall) project.getProjects().getFirst();
        List<RelDataType> types =
                call.getOperands().stream().map(RexNode::getType).toList();
        assertThat(OPERATORS.resolve(
                        call.getOperator(), types, project.getCluster().getTypeFactory()))
                .hasValueSatisfying(function ->
                        assertThat(function.declaration().substrait().name()).isEqualTo(plannedAs));
    }

    /** No operator of Calcite's has a declared name first, and the grammar makes no other name of it. */
    @ParameterizedTest
    @MethodSource("calls")
    void aCallByADeclaredNameMeansTheDeclaration(String name, FunctionDeclaration declaration, int arguments) {
        String call = Collections.nCopies(arguments, "x").stream().collect(Collectors.joining(", ", name + "(", ")"));
        SqlCall parsed = (SqlCall) StatementParser.expression(call);
        List<SqlOperator> found = new ArrayList<>();
        OPERATORS
                .table()
                .lookupOperatorOverloads(
                        new SqlIdentifier(parsed.getOperator().getName(), SqlParserPos.ZERO),
                        null,
                        SqlSyntax.FUNCTION,
                        found,
                        SqlNameMatchers.withCaseSensitive(false));

        assertThat(found)
                .as(call)
                .singleElement()
                .satisfies(
                        operator -> assertThat(OPERATORS.declarations(operator)).contains(declaration));
    }

    static Stream<Arguments> calls() {
        return FunctionCatalogue.standard().all().stream()
                .filter(function -> function.kind() == FunctionKind.SCALAR)
                .flatMap(function -> function.names().stream()
                        .filter(name -> !FunctionDeclaration.isOperator(name) && !OWN_SYNTAX.contains(name))
                        .map(name -> Arguments.of(
                                name,
                                function,
                                function.signatures().getFirst().arguments().size())));
    }

    @Test
    void anUnknownFunctionIsNamedWithItsPlace() {
        assertThatThrownBy(() -> plan("no_such_function(1)"))
                .hasStackTraceContaining("No match found for function signature no_such_function")
                .hasStackTraceContaining("line 1, column 8");
    }

    @Test
    void argumentsThatNoSignatureTakesAreRefused() {
        assertThatThrownBy(() -> plan("sqrt(DATE '2026-11-21')")).hasStackTraceContaining("sqrt(double)");
    }

    private static RelNode plan(String expression) throws Exception {
        FrameworkConfig config = Frameworks.newConfigBuilder()
                .parserConfig(SqlParser.config().withLex(Lex.JAVA).withCaseSensitive(false))
                .defaultSchema(Frameworks.createRootSchema(false))
                .operatorTable(OPERATORS.table())
                .build();
        try (Planner planner = Frameworks.getPlanner(config)) {
            SqlNode parsed = planner.parse("SELECT " + expression + " FROM (VALUES (1)) AS t(x)");
            return planner.rel(planner.validate(parsed)).rel;
        }
    }
}
