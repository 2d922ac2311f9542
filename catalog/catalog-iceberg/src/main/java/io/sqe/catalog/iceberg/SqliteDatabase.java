package io.sqe.catalog.iceberg;

import io.sqe.catalog.iceberg.local.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The SQLite database of a warehouse, with the tables that Iceberg's JDBC catalog uses (its schema version V1).
 *
 * @param catalogName under which the database keeps its tables; independent of the name that queries use, so that one warehouse
 *     can be opened under many
 */
record SqliteDatabase(String url, String catalogName, Map<String, String> settings) {
    /** How long a statement waits for another process's commit. */
    static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private static final String CATALOG_NAME_DEFAULT = "sqe";

    /** Opens the database, making it if there is none. */
    static SqliteDatabase open(Path file, Durability durability) throws SQLException {
        Map<String, String> settings = Map.of(
                "busy_timeout",
                Integer.toString(BUSY_TIMEOUT_MILLIS),
                "synchronous",
                durability == Durability.POWER_CUT ? "FULL" : "OFF");
        String url = "jdbc:sqlite:" + file;
        try (Connection connection = connect(url, settings)) {
            createTables(connection);
            return new SqliteDatabase(url, catalogName(connection), settings);
        }
    }

    Connection connect() throws SQLException {
        return connect(url, settings);
    }

    /** The settings as Iceberg's JDBC catalog passes them to its own connections. */
    Map<String, String> connectionProperties() {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(entry -> "jdbc." + entry.getKey(), Map.Entry::getValue));
    }

    private static Connection connect(String url, Map<String, String> settings) throws SQLException {
        var properties = new Properties();
        properties.putAll(settings);
        return DriverManager.getConnection(url, properties);
    }

    /** In one transaction that waits for its turn: two processes may make a warehouse at the same time. */
    private static void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS iceberg_tables (
                        catalog_name VARCHAR(255) NOT NULL, table_namespace VARCHAR(255) NOT NULL,
                        table_name VARCHAR(255) NOT NULL, metadata_location VARCHAR(1000),
                        previous_metadata_location VARCHAR(1000), iceberg_type VARCHAR(5),
                        PRIMARY KEY (catalog_name, table_namespace, table_name))""");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS iceberg_namespace_properties (
                        catalog_name VARCHAR(255) NOT NULL, namespace VARCHAR(255) NOT NULL,
                        property_key VARCHAR(255), property_value VARCHAR(1000),
                        PRIMARY KEY (catalog_name, namespace, property_key))""");
            addViewColumn(statement);
            statement.execute("COMMIT");
        }
    }

    /** Databases made by other programs may be of schema version V0, which has no views. */
    private static void addViewColumn(Statement statement) throws SQLException {
        try (ResultSet column = statement.executeQuery(
                "SELECT 1 FROM pragma_table_info('iceberg_tables') WHERE name = 'iceberg_type'")) {
            if (column.next()) {
                return;
            }
        }
        statement.execute("ALTER TABLE iceberg_tables ADD COLUMN iceberg_type VARCHAR(5)");
    }

    /** The name another program used, if it used one only. */
    private static String catalogName(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("SELECT catalog_name FROM iceberg_tables"
                        + " UNION SELECT catalog_name FROM iceberg_namespace_properties")) {
            if (!names.next()) {
                return CATALOG_NAME_DEFAULT;
            }
            String first = names.getString(1);
            return names.next() ? CATALOG_NAME_DEFAULT : first;
        }
    }
}
