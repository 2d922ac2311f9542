package io.sqe.catalog.iceberg.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.TableName;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogFailuresTest {
    private static final TableName ORDERS = TableName.of("lake", "sales", "orders");

    static Stream<Arguments> changes() {
        return Stream.of(
                said(
                        database(5),
                        CatalogException.Unavailable.class,
                        "another process keeps the catalog's database locked. Run the statement again."),
                said(
                        database(8),
                        CatalogException.Unavailable.class,
                        "the storage is read-only. Choose a writable warehouse."),
                said(
                        database(1032),
                        CatalogException.Unavailable.class,
                        "the storage is read-only. Choose a writable warehouse."),
                said(
                        database(13),
                        CatalogException.Unavailable.class,
                        "the disk is full. Free some space and run the statement again."),
                said(
                        database(14),
                        CatalogException.Unavailable.class,
                        "the catalog's database cannot be opened. Check the path and its permissions."),
                said(
                        database(10),
                        CatalogException.CommitUnknown.class,
                        "It is unknown whether the commit to lake.sales.orders landed."),
                said(
                        disk(new FileSystemException("/a", null, "No space left on device")),
                        CatalogException.Unavailable.class,
                        "the disk is full."),
                said(
                        disk(new IOException("No space left on device")),
                        CatalogException.Unavailable.class,
                        "the disk is full."),
                said(
                        disk(new FileSystemException("/a", null, "Read-only file system")),
                        CatalogException.Unavailable.class,
                        "the storage is read-only."),
                said(
                        disk(new AccessDeniedException("/a")),
                        CatalogException.Unavailable.class,
                        "access to /a is denied. Check the permissions."),
                said(disk(new ClosedByInterruptException()), CatalogException.Unavailable.class, "it was interrupted."),
                said(
                        new CommitFailedException("x"),
                        CatalogException.Conflict.class,
                        "Another writer changed lake.sales.orders first."),
                said(
                        new CommitStateUnknownException(new IOException("x")),
                        CatalogException.CommitUnknown.class,
                        "It is unknown"),
                said(
                        new AlreadyExistsException("x"),
                        CatalogException.AlreadyExists.class,
                        "Table or view lake.sales.orders already exists."),
                said(
                        new NoSuchTableException("x"),
                        CatalogException.UnknownTable.class,
                        "Table lake.sales.orders does not exist."),
                said(
                        new NoSuchNamespaceException("x"),
                        CatalogException.UnknownNamespace.class,
                        "Schema lake.sales does not exist."),
                said(
                        new ValidationException("too wide"),
                        CatalogException.InvalidDefinition.class,
                        "Cannot change table lake.sales.orders: too wide."));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aFailedChangeIsSaidInWordsToActOn(
            RuntimeException failure, Class<? extends CatalogException> type, String message) {
        assertThat(CatalogFailures.changing(ORDERS, failure))
                .isInstanceOf(type)
                .message()
                .contains(message);
    }

    @Test
    void aFaultOfOursIsNotSaidToBeTheUsers() {
        var fault = new IllegalStateException("bug");

        assertThatThrownBy(() -> CatalogFailures.changing(ORDERS, fault)).isSameAs(fault);
    }

    private static Arguments said(RuntimeException failure, Class<?> type, String message) {
        return Arguments.of(failure, type, message);
    }

    private static RuntimeException database(int code) {
        return new UncheckedSQLException(new SQLException("x", null, code), "Unknown failure");
    }

    private static RuntimeException disk(IOException cause) {
        return new RuntimeIOException(cause, "Cannot create %s", "/a");
    }
}
