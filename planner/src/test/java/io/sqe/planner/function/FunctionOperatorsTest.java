package io.sqe.planner.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.calcite.config.Lex;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.tools.FrameworkConfig;
import org.apache.calcite.tools.Frameworks;
import org.apache.calcite.tools.Planner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionOperatorsTest {
    private static final FunctionOperators OPERATORS = FunctionOperators.standard();

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
