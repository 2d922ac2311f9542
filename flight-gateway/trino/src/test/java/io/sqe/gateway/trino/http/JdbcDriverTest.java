package io.sqe.gateway.trino.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.SqlPosition;
import io.sqe.gateway.trino.testing.EveryType;
import io.sqe.gateway.trino.testing.ScriptedEngine;
import io.sqe.gateway.trino.testing.ServerTrial;
import io.trino.jdbc.TrinoConnection;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trino's own JDBC driver against the server. */
final class JdbcDriverTest {

    @Test
    void valuesOfEveryTypeArriveAsTheyAre() throws SQLException {
        var engine = new ScriptedEngine();
        engine.vectors("SELECT everything", () -> EveryType.vectors(engine.allocator()));
        try (var trial = ServerTrial.open(engine);
                Connection connection = connect(trial);
                ResultSet row = connection.createStatement().executeQuery("SELECT everything")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getObject("bool")).isEqualTo(true);
            assertThat(row.getObject("tiny")).isEqualTo((byte) -7);
            assertThat(row.getObject("big")).isEqualTo(Long.MIN_VALUE);
            assertThat(row.getObject("unsigned")).isEqualTo(new BigDecimal("18446744073709551615"));
            assertThat(row.getObject("real")).isEqualTo(1.5f);
            assertThat(row.getObject("nan")).isEqualTo(Double.NaN);
            assertThat(row.getBigDecimal("small_decimal")).isEqualTo(new BigDecimal("-0.05"));
            assertThat(row.getBigDecimal("wide_decimal")).isEqualTo(new BigDecimal("-1234567890123456789012345678.90"));
            assertThat(row.getString("text")).isEqualTo("a \"quoted\" \\ line\nand \u00e4\ud83e\udd86");
            assertThat(row.getBytes("bytes")).containsExactly(0, 1, 255);
            assertThat(row.getDate("day")).isEqualTo(Date.valueOf("1969-12-31"));
            assertThat(row.getString("clock")).isEqualTo("23:59:59.999999");
            assertThat(row.getObject("stamp", LocalDateTime.class))
                    .isEqualTo(LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000));
            assertThat(row.getString("instant")).isEqualTo("2020-07-01 12:00:00.000000 Europe/Berlin");
            assertThat(row.getObject("months")).hasToString("1-2");
            assertThat(row.getObject("span")).hasToString("-1 02:03:04.005");
            Array list = row.getArray("list");
            assertThat((Object[]) list.getArray()).containsExactly(1, null, 3);
            assertThat(row.getObject("map")).isEqualTo(Map.of("a", 1, "b", 2));
            assertThat(row.getObject("pair")).hasToString("{x=7, y=seven}");
            assertThat(row.getObject("nothing")).isNull();
        }
    }

    @Test
    void typesAreKnownByTrinosNames() throws SQLException {
        var engine = new ScriptedEngine();
        engine.vectors("SELECT everything", () -> EveryType.vectors(engine.allocator()));
        try (var trial = ServerTrial.open(engine);
                Connection connection = connect(trial);
                ResultSet rows = connection.createStatement().executeQuery("SELECT everything")) {
            assertThat(typeNames(rows.getMetaData()))
                    .isEqualTo("boolean, tinyint, bigint, decimal(20,0), real, double, decimal(10,2), decimal(38,2), "
                            + "varchar, varbinary, date, time(6), timestamp(6), timestamp(6) with time zone, "
                            + "interval year to month, interval day to second, array(integer), map(varchar,integer), "
                            + "row(x integer,y varchar), unknown");
            assertThat(rows.getMetaData().getColumnType(13)).isEqualTo(Types.TIMESTAMP);
            assertThat(rows.getMetaData().getPrecision(8)).isEqualTo(38);
        }
    }

    @Test
    void updatesAreCountedAndErrorsHaveTheirNumber() throws SQLException {
        var engine = new ScriptedEngine()
                .written("INSERT INTO t VALUES 1", 1)
                .command("CREATE SCHEMA s", _ -> {})
                .failing("SELEC", ErrorCode.SYNTAX_ERROR, "mismatched input", new SqlPosition(1, 1, 1, 5));
        try (var trial = ServerTrial.open(engine);
                Connection connection = connect(trial);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("INSERT INTO t VALUES 1")).isEqualTo(1);
            assertThat(statement.executeUpdate("CREATE SCHEMA s")).isZero();
            assertThatThrownBy(() -> statement.executeQuery("SELEC"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getErrorCode()).isEqualTo(1))
                    .hasMessageContaining("mismatched input");
        }
    }

    @Test
    void manyRowsComeInManyPages() throws SQLException {
        try (var trial = ServerTrial.open(
                        new ScriptedEngine().numbers("SELECT n", 300_000),
                        o -> o.with(o.statementLimits().withPageBytesMax(100_000)));
                Connection connection = connect(trial);
                ResultSet rows = connection.createStatement().executeQuery("SELECT n")) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(1);
            }
            assertThat(sum).isEqualTo(300_000L * 299_999 / 2);
        }
    }

    @Test
    void aCancelledStatementEndsOnTheServer() throws SQLException {
        try (var trial = ServerTrial.open(new ScriptedEngine().endless("SELECT n"));
                Connection connection = connect(trial);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT n")) {
            assertThat(rows.next()).isTrue();
            statement.cancel();

            trial.engine().queries().getFirst().awaitClosed();
        }
    }

    private static String typeNames(ResultSetMetaData columns) throws SQLException {
        StringBuilder names = new StringBuilder();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.append(column > 1 ? ", " : "").append(columns.getColumnTypeName(column));
        }
        return names.toString();
    }

    private static Connection connect(ServerTrial trial) throws SQLException {
        return DriverManager.getConnection(
                        "jdbc:trino://127.0.0.1:" + trial.port() + "/lake/sales?user=ann&timezone=Europe/Berlin")
                .unwrap(TrinoConnection.class);
    }
}
