import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;

/** Trino's JDBC driver: statements, parameters, errors, the session. What it says of the database is in MetadataWalk. */
public final class TrinoJdbc {
    /** Trino's code of COLUMN_NOT_FOUND. */
    private static final int COLUMN_NOT_FOUND = 47;

    public static void main(String... arguments) throws SQLException {
        Checks checks = new Checks();
        try (Connection connection = TestServer.trino()) {
            checks.check("rows", () -> rowsComeBack(connection));
            checks.check("updates are counted", () -> updatesAreCounted(connection));
            checks.check("parameters of updates", () -> parametersOfUpdates(connection));
            checks.check("parameters of queries", () -> parametersOfQueries(connection));
            checks.check("errors have Trino's codes", () -> errorsHaveCodes(connection));
            checks.check("the connection goes on after an error", () -> rowsComeBack(connection));
            checks.check("a large result", () -> largeResult(connection));
            checks.check("a query timeout ends the query", () -> timeout(connection));
            checks.check("nested values", () -> nestedValues(connection));
            checks.check("catalog and schema of the session", () -> catalogAndSchema(connection));
            checks.check("isValid", () -> Checks.holds("not valid", connection.isValid(5)));
        }
        for (String encoding : List.of("json", "json+lz4", "json+zstd")) {
            checks.check("encoding " + encoding, () -> encoded(encoding));
        }
        checks.check("parameters without a prepared statement", TrinoJdbc::executeImmediate);
        checks.check("statements by themselves within a transaction", TrinoJdbc::withoutAutoCommit);
        checks.check(
                "a wrong password is refused",
                () -> Checks.refused("", () -> DriverManager.getConnection(TestServer.trinoUrl(), "ada", "guess")
                        .createStatement()
                        .executeQuery("SELECT 1")));
        checks.end();
    }

    private static void rowsComeBack(Connection connection) throws SQLException {
        Checks.equal(
                List.of("1|two|null|2026-11-21 10:11:12.345678"),
                query(connection, "SELECT 1, 'two', CAST(NULL AS bigint), TIMESTAMP '2026-11-21 10:11:12.345678'"));
    }

    private static void updatesAreCounted(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE trino_people (id bigint, name varchar, paid decimal(10, 2), born date, seen timestamp(6))");
            Checks.equal(1, statement.executeUpdate("INSERT INTO trino_people VALUES (1, 'Ada', 10.50, NULL, NULL)"));
        }
    }

    private static void parametersOfUpdates(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO trino_people VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, 2);
            insert.setString(2, "Grace'; DROP TABLE trino_people --");
            insert.setBigDecimal(3, new BigDecimal("7.25"));
            insert.setDate(4, Date.valueOf("1906-12-09"));
            // The driver sends milliseconds.
            insert.setTimestamp(5, Timestamp.valueOf("2026-11-21 10:11:12.345"));
            Checks.equal(1, insert.executeUpdate());
        }
    }

    private static void parametersOfQueries(Connection connection) throws SQLException {
        String sql = "SELECT id, paid, seen FROM trino_people WHERE name LIKE ? AND id > ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, "Grace%");
            query.setLong(2, 1);
            Checks.equal(List.of("2|7.25|2026-11-21 10:11:12.345000"), Checks.rows(query.executeQuery()));
            Checks.equal(2, query.getParameterMetaData().getParameterCount());
            Checks.equal("paid", query.getMetaData().getColumnName(2));
        }
    }

    private static void errorsHaveCodes(Connection connection) throws Exception {
        SQLException unknown = Checks.refused("nope", () -> query(connection, "SELECT nope FROM trino_people"));
        Checks.equal(COLUMN_NOT_FOUND, unknown.getErrorCode());
        Checks.refused("SELC", () -> query(connection, "SELC 1"));
    }

    private static void largeResult(Connection connection) throws SQLException {
        Checks.equal(300_000, query(connection, "SELECT x FROM UNNEST(SEQUENCE(1, 300000)) AS t(x)").size());
    }

    private static void timeout(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            String endless = "SELECT count(*) FROM UNNEST(SEQUENCE(1, 10000)) AS a(x) CROSS JOIN UNNEST(SEQUENCE(1, 10000)) AS b(x)"
                    + " CROSS JOIN UNNEST(SEQUENCE(1, 10000)) AS c(x) WHERE a.x + b.x * c.x = -1";
            Checks.refused("", () -> Checks.rows(statement.executeQuery(endless)));
        }
    }

    private static void nestedValues(Connection connection) throws SQLException {
        String sql = "SELECT ARRAY[1, NULL], MAP(ARRAY['a'], ARRAY[1.5]), CAST(ROW(1, 'x') AS ROW(a bigint, b varchar))";
        Checks.equal(List.of("[1, null]|{a=1.5}|{a=1, b=x}"), query(connection, sql));
    }

    private static void catalogAndSchema(Connection connection) throws SQLException {
        Checks.equal("lake", connection.getCatalog());
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS lake.trino_jdbc");
        }
        connection.setSchema("trino_jdbc");
        Checks.equal(List.of("trino_jdbc"), query(connection, "SELECT current_schema"));
        connection.setSchema("main");
    }

    private static void encoded(String encoding) throws SQLException {
        String url = TestServer.trinoUrl() + "&encoding=" + encoding.replace("+", "%2B");
        try (Connection connection = DriverManager.getConnection(url, "ada", TestServer.PASSWORD)) {
            Checks.equal(100_000, query(connection, "SELECT x, 'text' FROM UNNEST(SEQUENCE(1, 100000)) AS t(x)").size());
        }
    }

    private static void executeImmediate() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(TestServer.trinoUrl() + "&explicitPrepare=false", "ada", TestServer.PASSWORD);
                PreparedStatement query = connection.prepareStatement("SELECT ? + 1, ?")) {
            query.setLong(1, 41);
            query.setString(2, "it's");
            Checks.equal(List.of("42|it's"), Checks.rows(query.executeQuery()));
        }
    }

    private static void withoutAutoCommit() throws SQLException {
        try (Connection connection = TestServer.trino()) {
            connection.setAutoCommit(false);
            rowsComeBack(connection);
            connection.commit();
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return Checks.rows(statement.executeQuery(sql));
        }
    }
}
