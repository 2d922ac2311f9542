import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The Flight SQL JDBC driver: statements, parameters, errors. What it says of the database is in MetadataWalk. */
public final class FlightSqlJdbc {

    public static void main(String... arguments) throws SQLException {
        Checks checks = new Checks();
        try (Connection connection = TestServer.flight()) {
            checks.check("rows", () -> rowsComeBack(connection));
            checks.check("updates are counted", () -> updatesAreCounted(connection));
            checks.check("parameters of updates", () -> parametersOfUpdates(connection));
            checks.check("parameters of queries", () -> parametersOfQueries(connection));
            checks.check("an error says what is wrong", () -> errorsAreTold(connection));
            checks.check("the connection goes on after an error", () -> rowsComeBack(connection));
            checks.check("a large result", () -> largeResult(connection));
            checks.check("a cancelled statement ends", () -> cancel(connection));
        }
        checks.check("a catalog in the URL", FlightSqlJdbc::catalogInUrl);
        checks.check(
                "a wrong password is refused",
                () -> Checks.refused("", () -> DriverManager.getConnection(TestServer.flightUrl(), "ada", "guess")));
        checks.check("no password is refused", () -> Checks.refused("", () -> anonymous().createStatement().executeQuery("SELECT 1")));
        checks.end();
    }

    private static Connection anonymous() throws SQLException {
        return DriverManager.getConnection(TestServer.flightUrl());
    }

    private static void rowsComeBack(Connection connection) throws SQLException {
        Checks.equal(List.of("1|two|null"), query(connection, "SELECT 1, 'two', CAST(NULL AS BIGINT)"));
    }

    private static void updatesAreCounted(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE jdbc_people (id BIGINT, name VARCHAR, paid DECIMAL(10, 2), born DATE)");
            Checks.equal(1, statement.executeUpdate("INSERT INTO jdbc_people VALUES (1, 'Ada', 10.50, NULL)"));
        }
        Checks.equal(List.of("Ada"), query(connection, "SELECT name FROM jdbc_people"));
    }

    private static void parametersOfUpdates(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO jdbc_people VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, 2);
            insert.setString(2, "Grace'; DROP TABLE jdbc_people --");
            insert.setBigDecimal(3, new BigDecimal("7.25"));
            insert.setDate(4, Date.valueOf("1906-12-09"));
            Checks.equal(1, insert.executeUpdate());
        }
    }

    private static void parametersOfQueries(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id, paid FROM jdbc_people WHERE name LIKE ? AND id > ?")) {
            query.setString(1, "Grace%");
            query.setLong(2, 1);
            Checks.equal(List.of("2|7.25"), Checks.rows(query.executeQuery()));
            query.setLong(2, 2);
            Checks.equal(List.of(), Checks.rows(query.executeQuery()));
        }
    }

    private static void errorsAreTold(Connection connection) throws Exception {
        Checks.refused("nope", () -> query(connection, "SELECT nope FROM jdbc_people"));
        Checks.refused("no_such_table", () -> query(connection, "SELECT * FROM no_such_table"));
        Checks.refused("SELC", () -> query(connection, "SELC 1"));
    }

    private static void largeResult(Connection connection) throws SQLException {
        String sql = "SELECT x FROM UNNEST(SEQUENCE(1, 300000)) AS t(x)";
        Checks.equal(300_000, query(connection, sql).size());
    }

    private static void cancel(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            Thread canceller = Thread.ofPlatform().unstarted(() -> cancelWhenRunning(statement));
            canceller.start();
            String endless = "SELECT count(*) FROM UNNEST(SEQUENCE(1, 10000)) AS a(x) CROSS JOIN UNNEST(SEQUENCE(1, 10000)) AS b(x)"
                    + " CROSS JOIN UNNEST(SEQUENCE(1, 10000)) AS c(x) WHERE a.x + b.x * c.x = -1";
            Checks.refused("", () -> Checks.rows(statement.executeQuery(endless)));
            canceller.join();
        }
    }

    private static void cancelWhenRunning(Statement statement) {
        try {
            Thread.sleep(1_000);
            statement.cancel();
        } catch (InterruptedException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void catalogInUrl() throws SQLException {
        Connection connection = DriverManager.getConnection(TestServer.flightUrl() + "&catalog=lake", "ada", TestServer.PASSWORD);
        Checks.equal(List.of("1"), query(connection, "SELECT 1"));
        try {
            connection.close();
        } catch (SQLException knownFault) {
            // The driver (18.3.0) closes its channel before it closes the session over it.
            Checks.holds(knownFault.toString(), knownFault.getMessage().contains("Channel shutdown"));
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return Checks.rows(statement.executeQuery(sql));
        }
    }
}
