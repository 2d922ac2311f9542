package io.sqe.executor.duckdb;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sources that one database's SQL can read, by name. */
final class BatchTables {
    /** The table function's name in SQL. */
    static final String FUNCTION = "arrow_batches";

    private final Map<String, BatchSource> sources = new ConcurrentHashMap<>();

    void add(String name, BatchSource source) {
        if (sources.putIfAbsent(name, source) != null) {
            throw new IllegalArgumentException("Another source is already named " + name);
        }
    }

    void remove(String name) {
        sources.remove(name);
    }

    BatchSource find(String name) {
        BatchSource source = sources.get(name);
        if (source == null) {
            throw DuckDbException.of(6001, "No batches are named %s. Provide them before the query.".formatted(name));
        }
        return source;
    }

    /** The table function's name, then what it takes: registering it needs no more. */
    static void register(
            CApi api, Connection connection, BatchTables tables, JavaObjects objects, TableCallbacks callbacks) {
        FunctionTypes types = new FunctionTypes(api, connection);
        try (Call call = new Call(api)) {
            call.check(api.tableFunctionCreate(types.factory(), call.out(), call.err()));
            try (OwnedHandle function = new OwnedHandle(call.outHandle(), api::tableFunctionDestroy)) {
                call.check(api.tableFunctionSetName(function.handle(), call.str(FUNCTION), call.err()));
                call.check(api.tableFunctionGetSignature(function.handle(), call.out(), call.err()));
                types.addParameter(call.outHandle(), "name", "VARCHAR");
                call.check(api.tableFunctionSetUserData(function.handle(), objects.opaque(tables, call), call.err()));
                callbacks.attach(function.handle(), call);
                call.check(api.tableFunctionSetProjectionPushdown(function.handle(), true, call.err()));
                call.check(api.connectionRegisterTableFunction(connection.handle(), function.handle(), call.err()));
            }
        }
    }
}
