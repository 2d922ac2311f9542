package io.sqe.catalog.iceberg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.UncheckedSQLException;

/**
 * Reads the tables that {@link org.apache.iceberg.jdbc.JdbcCatalog} keeps in SQLite, over one connection that only reads.
 *
 * <p>That connection's {@code PRAGMA data_version} changes whenever any other connection of any process commits.
 */
final class SqlitePointers implements MetadataPointers, CommitCounter, AutoCloseable {
    private final String catalog;
    private final Connection connection;
    private final PreparedStatement dataVersion;
    private final PreparedStatement pointer;
    private final ReentrantLock lock = new ReentrantLock();

    /** Takes the connection over; {@link #close} closes it. */
    SqlitePointers(String catalog, Connection connection) throws SQLException {
        this.catalog = catalog;
        this.connection = connection;
        this.dataVersion = connection.prepareStatement("PRAGMA data_version");
        this.pointer = connection.prepareStatement("SELECT metadata_location, iceberg_type FROM iceberg_tables"
                + " WHERE catalog_name = ? AND table_namespace = ? AND table_name = ?");
    }

    @Override
    public OptionalLong commits() {
        lock.lock();
        try (ResultSet version = dataVersion.executeQuery()) {
            version.next();
            return OptionalLong.of(version.getLong(1));
        } catch (SQLException e) {
            throw new UncheckedSQLException(e, "Cannot read the catalog's database");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Pointer> find(TableIdentifier identifier) {
        lock.lock();
        try {
            pointer.setString(1, catalog);
            pointer.setString(2, String.join(".", identifier.namespace().levels()));
            pointer.setString(3, identifier.name());
            try (ResultSet row = pointer.executeQuery()) {
                return row.next() ? Optional.of(pointer(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new UncheckedSQLException(e, "Cannot read the catalog's database");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try (connection) {
            dataVersion.close();
            pointer.close();
        } catch (SQLException e) {
            throw new UncheckedSQLException(e, "Cannot close the catalog's database");
        } finally {
            lock.unlock();
        }
    }

    private static Pointer pointer(ResultSet row) throws SQLException {
        PointerKind kind = "VIEW".equals(row.getString(2)) ? PointerKind.VIEW : PointerKind.TABLE;
        return new Pointer(kind, row.getString(1));
    }
}
