package io.sqe.executor.cache;

import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DuckDbException;
import io.sqe.executor.lowering.EngineSql.WholeFiles;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;

/** The tables that a cache has in the engine. One thread makes and drops them; any may ask what they hold. */
final class EngineTables {
    /** What tables of the engine's own are accounted under; queries have none. */
    private static final String HOLDINGS_SQL =
            "SELECT coalesce(sum(memory_usage_bytes), 0)::BIGINT, coalesce(sum(temporary_storage_bytes), 0)::BIGINT"
                    + " FROM duckdb_memory() WHERE tag = 'IN_MEMORY_TABLE'";

    /** A name that nothing within a query can stand before. */
    private static final String NAMES = "memory.main.held_files_";

    /** How often a table that is being made is looked at: so much of it may be too much. */
    private static final long LOOK_MILLIS = 10;

    private final Database database;
    private final BufferAllocator allocator;
    private final AtomicLong numbers = new AtomicLong();
    private volatile @Nullable Connection making;
    private volatile boolean isClosed;

    EngineTables(Database database, BufferAllocator allocator) {
        this.database = database;
        this.allocator = allocator;
    }

    /**
     * Makes a table with what is in the files and answers its name; empty if it turned out too large.
     *
     * @param bytesMax of all tables, beyond which this one is given up
     * @throws DuckDbException if the files cannot be read, or the table was given up while it was made
     */
    Optional<String> make(WholeFiles files, long bytesMax) {
        String name = NAMES + numbers.incrementAndGet();
        fill(name, files, bytesMax);
        if (holdings().totalBytes() > bytesMax) {
            drop(name);
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private void fill(String name, WholeFiles files, long bytesMax) {
        try (Connection connection = database.connect();
                var _ = new Watch(connection, bytesMax)) {
            making = connection;
            connection.trackProgress();
            if (isClosed) {
                connection.interrupt();
            }
            connection.execute("CREATE TABLE " + name + " AS SELECT * FROM " + files.sql());
        } finally {
            making = null;
        }
    }

    void drop(String name) {
        try (Connection connection = database.connect()) {
            connection.execute("DROP TABLE " + name);
        }
    }

    /** What all tables together hold. */
    Holdings holdings() {
        try (Connection connection = database.connect();
                var row = connection.query(HOLDINGS_SQL, 1, allocator);
                VectorSchemaRoot batch = VectorSchemaRoot.create(row.schema(), allocator)) {
            row.loadNext(batch);
            return new Holdings(number(batch, 0), number(batch, 1));
        }
    }

    private static long number(VectorSchemaRoot batch, int column) {
        return ((BigIntVector) batch.getVector(column)).get(0);
    }

    /** Gives up the table that is being made. */
    void close() {
        isClosed = true;
        Connection open = making;
        if (open != null) {
            open.interrupt();
        }
    }

    /**
     * What tables hold.
     *
     * @param bytes of memory
     * @param spilledBytes of disk: queries needed the memory
     */
    record Holdings(long bytes, long spilledBytes) {
        static final Holdings NONE = new Holdings(0, 0);

        long totalBytes() {
            return bytes + spilledBytes;
        }

        boolean isSpilled() {
            return spilledBytes > 0;
        }
    }

    /** Interrupts the making of a table that is too large, until it is closed. */
    private final class Watch implements AutoCloseable {
        private final Connection connection;
        private final long bytesMax;
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread thread;

        Watch(Connection connection, long bytesMax) {
            this.connection = connection;
            this.bytesMax = bytesMax;
            this.thread =
                    Thread.ofPlatform().name("sqe-cache-watch").daemon(true).start(this::watch);
        }

        private void watch() {
            try {
                while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (isClosed || isTooMuch()) {
                        connection.interrupt();
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        /** Also where queries need the memory already, and of an engine that has none left even to say so. */
        private boolean isTooMuch() {
            try {
                Holdings holdings = holdings();
                return holdings.isSpilled() || holdings.totalBytes() > bytesMax;
            } catch (RuntimeException unknown) {
                return true;
            }
        }

        /** Returns when it no longer looks: the database may be closed next. */
        @Override
        public void close() {
            ended.countDown();
            boolean isInterrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException whileClosing) {
                    isInterrupted = true;
                }
            }
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
