package io.sqe.executor.duckdb;

import java.lang.foreign.MemorySegment;

/** Writes the SQL types of functions that are being registered. */
final class FunctionTypes {
    private final CApi api;
    private final MemorySegment factory;

    FunctionTypes(CApi api, Connection connection) {
        this.api = api;
        try (Call call = new Call(api)) {
            call.check(api.connectionGetFactory(connection.handle(), call.out(), call.err()));
            this.factory = call.outHandle();
        }
    }

    /** The factory, borrowed from the connection. */
    MemorySegment factory() {
        return factory;
    }

    void addParameter(MemorySegment signature, String name, String type) {
        try (Call call = new Call(api);
                OwnedHandle logicalType = parse(type)) {
            call.check(api.functionSignatureAddParameter(
                    signature,
                    call.str(name),
                    logicalType.handle(),
                    MemorySegment.NULL,
                    CApi.FUNCTION_PARAMETER_KIND_STANDARD,
                    call.err()));
        }
    }

    void setReturnType(MemorySegment signature, String type) {
        try (Call call = new Call(api);
                OwnedHandle logicalType = parse(type)) {
            call.check(api.functionSignatureSetReturnType(signature, logicalType.handle(), call.err()));
        }
    }

    private OwnedHandle parse(String type) {
        try (Call call = new Call(api)) {
            call.check(api.factoryCreateTypeFromText(factory, call.str(type), call.out(), call.err()));
            return new OwnedHandle(call.outHandle(), api::logicalTypeDestroy);
        }
    }
}
