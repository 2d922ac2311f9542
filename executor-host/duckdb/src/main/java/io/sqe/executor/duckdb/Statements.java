package io.sqe.executor.duckdb;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of a text, parsed one after the other. Closed, with all of them, by the method that runs them. */
final class Statements implements AutoCloseable {
    private final CApi api;
    private final OwnedHandle iterator;
    private final List<OwnedHandle> parsed = new ArrayList<>();

    Statements(CApi api, MemorySegment connection, String sql) {
        this.api = api;
        if (sql.indexOf('\0') >= 0) {
            throw DuckDbException.of(5001, "The SQL has a NUL character");
        }
        try (Call call = new Call(api)) {
            call.check(api.parseSql(connection, call.arena().allocateFrom(sql), call.out(), call.err()));
            this.iterator = new OwnedHandle(call.outHandle(), api::statementIteratorDestroy);
        }
    }

    /** The next statement, owned by this; null at the end. */
    @Nullable
    MemorySegment next() {
        try (Call call = new Call(api)) {
            call.check(api.statementIteratorNext(iterator.handle(), call.out(), call.err()));
            MemorySegment statement = call.outHandle();
            if (MemorySegment.NULL.equals(statement)) {
                return null;
            }
            parsed.add(new OwnedHandle(statement, api::sqlStatementDestroy));
            return statement;
        }
    }

    /** The statement, if there is exactly one. */
    MemorySegment only() {
        MemorySegment statement = next();
        if (statement == null || next() != null) {
            throw DuckDbException.of(5001, "Expected one statement, not " + (statement == null ? "none" : "several"));
        }
        return statement;
    }

    @Override
    public void close() {
        parsed.forEach(OwnedHandle::close);
        iterator.close();
    }
}
