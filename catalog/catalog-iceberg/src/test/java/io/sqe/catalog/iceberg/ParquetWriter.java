package io.sqe.catalog.iceberg;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.WrittenFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the rows of a DuckDB query as Parquet files with a table's field ids, as an executor would. */
final class ParquetWriter {

    private ParquetWriter() {}

    /** One file of an unpartitioned table. */
    static WrittenFile write(TableWrite write, String query) {
        return write(write.dataFolder(), write.table(), query);
    }

    static WrittenFile write(String folder, TableMetadata table, String query) {
        String file = Path.of(folder, UUID.randomUUID() + ".parquet").toString();
        String ids =
                table.schema().columns().stream().map(ParquetWriter::id).collect(Collectors.joining(", ", "{", "}"));
        copy(query, file, ", FIELD_IDS " + ids);
        return new WrittenFile(file, Map.of());
    }

    /** A file without field ids, as Hive's are. */
    static void writeWithoutIds(String file, String query) {
        copy(query, file, "");
    }

    /** Writes one file and commits it. */
    static long append(IcebergCatalog catalog, io.sqe.catalog.TableName table, String query) {
        try (TableWrite write = catalog.openAppend(table)) {
            return write.commit(List.of(write(write, query)));
        }
    }

    private static synchronized void copy(String query, String file, String options) {
        try (Statement statement = Engine.CONNECTION.createStatement()) {
            statement.execute(
                    "COPY (%s) TO '%s' (FORMAT parquet%s)".formatted(query, file.replace("'", "''"), options));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One DuckDB for all tests: making one takes longer than writing a file. */
    private static final class Engine {
        private static final Connection CONNECTION = open();

        private static Connection open() {
            try {
                Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET threads = 1");
                }
                return connection;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String id(Column column) {
        return switch (column.type()) {
            case ColumnType.StructType(var fields) -> nested(column, fields);
            case ColumnType.ListType(var element) -> nested(column, List.of(element));
            case ColumnType.MapType(var key, var value) -> nested(column, List.of(key, value));
            default -> "\"%s\": %d".formatted(column.name(), column.fieldId());
        };
    }

    private static String nested(Column column, List<Column> children) {
        return "\"%s\": {__duckdb_field_id: %d, %s}"
                .formatted(
                        column.name(),
                        column.fieldId(),
                        children.stream().map(ParquetWriter::id).collect(Collectors.joining(", ")));
    }
}
