import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The Flight SQL JDBC driver against a running service. Usage: java FlightSqlJdbc.java PORT, with the driver on the classpath. */
public final class FlightSqlJdbc {

    public static void main(String... arguments) throws SQLException {
        String url = "jdbc:arrow-flight-sql://127.0.0.1:" + arguments[0] + "?useEncryption=false";
        try (Connection connection = DriverManager.getConnection(url, "ada", "secret")) {
            statements(connection);
            metadata(connection);
        }
        catalogInUrl(url);
        try {
            DriverManager.getConnection(url, "ada", "guess").close();
            check("a wrong password is refused", false);
        } catch (SQLException refused) {
            check("a wrong password is refused", true);
        }
        System.out.println("the JDBC driver works");
    }

    private static void catalogInUrl(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url + "&catalog=lake", "ada", "secret");
        check("catalog in the URL", rows(connection, "SELECT 1").equals(List.of("1")));
        try {
            connection.close();
        } catch (SQLException knownFault) {
            // The driver (18.3.0) closes its channel before it closes the session over it.
            check("closing", knownFault.getMessage().contains("Channel shutdown"));
        }
    }

    private static void statements(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE jdbc_people (id BIGINT, name VARCHAR, paid DECIMAL(10, 2))");
            check("update count", statement.executeUpdate("INSERT INTO jdbc_people VALUES (1, 'Ada', 10.50)") == 1);
            check("rows", rows(connection, "SELECT name FROM jdbc_people").equals(List.of("Ada")));
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO jdbc_people VALUES (?, ?, ?)")) {
            insert.setLong(1, 2);
            insert.setString(2, "Grace");
            insert.setBigDecimal(3, new BigDecimal("7.25"));
            check("prepared update", insert.executeUpdate() == 1);
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT name FROM jdbc_people WHERE id = ?")) {
            query.setLong(1, 2);
            try (ResultSet rows = query.executeQuery()) {
                check("prepared query", rows.next() && rows.getString(1).equals("Grace") && !rows.next());
            }
        }
        try {
            rows(connection, "SELECT nope FROM jdbc_people");
            check("an error is told", false);
        } catch (SQLException told) {
            check("an error is told", told.getMessage().contains("nope"));
        }
    }

    private static void metadata(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        check("product", metadata.getDatabaseProductName().equals("SQE"));
        check("quote", metadata.getIdentifierQuoteString().equals("\""));
        check("transactions", !metadata.supportsTransactions());
        check("keywords", metadata.getSQLKeywords().contains("SELECT"));
        check("tables", names(metadata.getTables("lake", "main", "jdbc%", null), "TABLE_NAME").equals(List.of("jdbc_people")));
        check(
                "columns",
                names(metadata.getColumns("lake", "main", "jdbc_people", null), "COLUMN_NAME")
                        .equals(List.of("id", "name", "paid")));
        check("schemas", names(metadata.getSchemas(), "TABLE_SCHEM").contains("main"));
        check("catalogs", names(metadata.getCatalogs(), "TABLE_CAT").equals(List.of("lake")));
        check("table types", names(metadata.getTableTypes(), "TABLE_TYPE").equals(List.of("TABLE", "VIEW")));
        check("primary keys", names(metadata.getPrimaryKeys("lake", "main", "jdbc_people"), "COLUMN_NAME").isEmpty());
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static List<String> names(ResultSet rows, String column) throws SQLException {
        List<String> names = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                names.add(rows.getString(column));
            }
        }
        return names;
    }

    private static void check(String what, boolean isSo) {
        if (!isSo) {
            throw new AssertionError(what);
        }
        System.out.println("ok  jdbc: " + what);
    }
}
