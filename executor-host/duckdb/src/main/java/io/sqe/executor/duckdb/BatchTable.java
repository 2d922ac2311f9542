package io.sqe.executor.duckdb;

/** A {@link BatchSource} that SQL can read until this is closed, by whoever provided it. Queries that run go on. */
public final class BatchTable implements AutoCloseable {
    private final BatchTables tables;
    private final String name;

    BatchTable(BatchTables tables, String name) {
        this.tables = tables;
        this.name = name;
    }

    /** What to write after {@code FROM}. */
    public String sql() {
        return "%s('%s')".formatted(BatchTables.FUNCTION, name.replace("'", "''"));
    }

    @Override
    public void close() {
        tables.remove(name);
    }
}
