package io.sqe.gateway.trino.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.trino.testing.ScriptedEngine;
import io.sqe.gateway.trino.testing.ServerTrial;
import io.sqe.planner.parameter.Parameter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values for placeholders, which arrive as values and never as SQL. */
final class PreparedStatementsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5 | IntegerType[] 5",
                "- 5000000000 | LongType[] -5000000000",
                "1.50 | DecimalType[precision=3, scale=2] 1.50",
                "-0.05 | DecimalType[precision=2, scale=2] -0.05",
                "1e3 | DoubleType[] 1000.0",
                "BIGINT '5' | LongType[] 5",
                "DOUBLE 'NaN' | DoubleType[] NaN",
                "DECIMAL '12.5' | DecimalType[precision=3, scale=1] 12.5",
                "'it''s; DROP TABLE t --' | StringType[] it's; DROP TABLE t --",
                "true | BooleanType[] true",
                "DATE '1970-01-02' | DateType[] 1",
                "TIME '00:00:01' | TimeType[] 1000000",
                "TIMESTAMP '1970-01-01 00:00:01.5' | TimestampType[unit=MICROSECONDS, zone=WITHOUT] 1500000",
                "TIMESTAMP '1970-01-01 01:00:00 +01:00' | TimestampType[unit=MICROSECONDS, zone=WITH] 0",
                "TIMESTAMP '1970-01-01 00:00:00.000000007' | TimestampType[unit=NANOSECONDS, zone=WITHOUT] 7",
                "CAST(NULL AS BIGINT) | LongType[] NULL",
                "NULL | IntegerType[] NULL"
            })
    void aConstantIsAValueOfItsType(String constant, String expected) {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT n WHERE n = ?", 1));
                var client = trial.ann().with("X-Trino-Prepared-Statement", "p=SELECT+n+WHERE+n+%3D+%3F")) {
            assertThat(client.run("EXECUTE p USING " + constant).error().toString())
                    .isEmpty();
            assertThat(texts(trial.engine().parameters())).containsExactly(expected);
        }
    }

    @Test
    void constantsAreCutAtCommasBetweenThemAlone() {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT ?, ?, ?", 1));
                var client = trial.ann()) {
            client.run("EXECUTE IMMEDIATE 'SELECT ?, ?, ?' USING 'a,b', /* , */ CAST(NULL AS DECIMAL(10, 2)), 7");

            assertThat(texts(trial.engine().parameters()))
                    .containsExactly("StringType[] a,b", "DecimalType[precision=10, scale=2] NULL", "IntegerType[] 7");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ARRAY[1, 2] | (ARRAY[1, 2])",
                "ARRAY['it''s', '?' /* , */, NULL] | (ARRAY['it''s', '?' , NULL])",
                "MAP(ARRAY['a'], ARRAY[DECIMAL '1.5']) | (MAP(ARRAY['a'], ARRAY[DECIMAL '1.5']))",
                "ROW(1, X'00ff', -1.5e-3) | (ROW(1, X'00ff', -1.5e-3))",
                "CAST(ARRAY[] AS ARRAY(TIMESTAMP(3) WITH TIME ZONE)) | (CAST(ARRAY[] AS ARRAY(TIMESTAMP(3) WITH TIME ZONE)))",
                "INTERVAL '2' DAY | (INTERVAL '2' DAY)"
            })
    void nestedConstantsAndIntervalsAreWrittenWhereTheyBelong(String constant, String written) {
        String sql = "SELECT '?', ?, " + written + ", ?";
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers(sql, 1));
                var client = trial.ann()) {
            String execute = "EXECUTE IMMEDIATE 'SELECT ''?'', ?, ?, ?' USING 5, %s, 'x'".formatted(constant);

            assertThat(client.run(execute).error().toString()).isEmpty();
            assertThat(texts(trial.engine().parameters())).containsExactly("IntegerType[] 5", "StringType[] x");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(SELECT secret FROM t)",
                "a",
                "current_user",
                "DATE 'soon'",
                "BIGINT '5' + 1",
                "ARRAY[(SELECT 1)]",
                "ARRAY[abs(1)]",
                "MAP(ARRAY[secret], ARRAY[1])",
                "ROW(\"secret\")",
                "CAST(secret AS varchar)",
                "ARRAY[1])",
                "ARRAY[1",
                "ROW(1; 2)",
                "1,"
            })
    void whatIsNoConstantIsRefused(String constant) {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT ?", 1));
                var client = trial.ann()) {
            assertThat(client.run("EXECUTE IMMEDIATE 'SELECT ?' USING " + constant)
                            .error()
                            .path("errorName")
                            .asText())
                    .isIn("NOT_SUPPORTED", "INVALID_ARGUMENTS", "SYNTAX_ERROR");
            assertThat(trial.engine().queries()).isEmpty();
        }
    }

    @Test
    void trinosDriverBindsValues() throws SQLException {
        String sql = "SELECT n WHERE a = ? AND b = ? AND c = ? AND d = ? AND e = ? AND f = ? AND g = ?";
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers(sql, 2));
                Connection connection =
                        DriverManager.getConnection("jdbc:trino://127.0.0.1:" + trial.port() + "?user=ann");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, 5);
            statement.setString(2, "it's");
            statement.setBigDecimal(3, new BigDecimal("1.25"));
            statement.setDate(4, Date.valueOf("2020-01-01"));
            statement.setTimestamp(5, Timestamp.valueOf(LocalDateTime.of(2020, 1, 1, 0, 0)));
            statement.setNull(6, Types.BIGINT);
            statement.setBytes(7, new byte[] {1});
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
            }
            assertThat(texts(trial.engine().parameters()))
                    .startsWith(
                            "LongType[] 5",
                            "StringType[] it's",
                            "DecimalType[precision=3, scale=2] 1.25",
                            "DateType[] 18262",
                            "TimestampType[unit=MICROSECONDS, zone=WITHOUT] 1577836800000000",
                            "LongType[] NULL");
            assertThat(statement.getMetaData().getColumnName(1)).isEqualTo("n");
            assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(1);
        }
    }

    private static List<String> texts(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> switch (parameter) {
                    case Parameter.Null(var type) -> type + " NULL";
                    case Parameter.Value(var literal) -> literal.type() + " " + literal.value();
                })
                .toList();
    }
}
