package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** What DuckDB calls when SQL calls a {@link ScalarFunction}. */
final class ScalarCallbacks {
    private static final long VIEW_BYTES = 32;

    private final CApi api;
    private final JavaObjects objects;
    private final MemorySegment execute;

    ScalarCallbacks(CApi api, JavaObjects objects) {
        this.api = api;
        this.objects = objects;
        this.execute = Upcalls.phase(api, this::execute);
    }

    /** A function and the widths of its columns. */
    private record Bound(ScalarFunction function, List<Integer> argumentWidths, int resultWidth) {}

    /** Makes a function known to all connections of a database. */
    void register(Connection connection, ScalarFunction function) {
        Bound bound = new Bound(
                function,
                function.parameterTypes().stream().map(ColumnWidth::of).toList(),
                ColumnWidth.of(function.resultType()));
        FunctionTypes types = new FunctionTypes(api, connection);
        try (Call call = new Call(api)) {
            call.check(api.scalarFunctionCreate(types.factory(), call.out(), call.err()));
            try (OwnedHandle handle = new OwnedHandle(call.outHandle(), api::scalarFunctionDestroy)) {
                call.check(api.scalarFunctionSetName(handle.handle(), call.str(function.name()), call.err()));
                declareTypes(function, handle.handle(), types);
                call.check(api.scalarFunctionSetUserData(handle.handle(), objects.opaque(bound, call), call.err()));
                int stability = switch (function.stability()) {
                    case CONSISTENT -> CApi.FUNCTION_PROPERTY_STABILITY_CONSISTENT;
                    case VOLATILE -> CApi.FUNCTION_PROPERTY_STABILITY_VOLATILE;
                };
                call.check(api.scalarFunctionSetProperty(
                        handle.handle(), CApi.FUNCTION_PROPERTY_STABILITY, stability, call.err()));
                call.check(api.scalarFunctionSetExecCallback(handle.handle(), execute, call.err()));
                call.check(api.connectionRegisterScalarFunction(connection.handle(), handle.handle(), call.err()));
            }
        }
    }

    private void declareTypes(ScalarFunction function, MemorySegment handle, FunctionTypes types) {
        try (Call call = new Call(api)) {
            call.check(api.scalarFunctionGetSignature(handle, call.out(), call.err()));
            MemorySegment signature = call.outHandle();
            for (int index = 0; index < function.parameterTypes().size(); index++) {
                types.addParameter(
                        signature, "argument" + index, function.parameterTypes().get(index));
            }
            types.setReturnType(signature, function.resultType());
        }
    }

    private void execute(MemorySegment info, MemorySegment context) throws Exception {
        try (Call call = new Call(api)) {
            call.check(api.scalarFunctionExecGetUserData(info, call.out(), call.err()));
            Bound bound = objects.find(call.outHandle(), Bound.class);
            call.check(api.scalarFunctionExecGetRowCount(info, call.out(), call.err()));
            int rows = Math.toIntExact(call.outLong());
            List<InputColumn> arguments = new ArrayList<>(bound.argumentWidths().size());
            for (int index = 0; index < bound.argumentWidths().size(); index++) {
                arguments.add(argument(info, index, bound.argumentWidths().get(index), call));
            }
            call.check(api.scalarFunctionExecGetResult(info, call.out(), call.err()));
            OutputColumn result = new OutputColumn(api, call.outHandle(), bound.resultWidth(), rows);
            bound.function().body().apply(rows, arguments, result);
            arguments.forEach(argument -> passNullsOn(argument, rows, result));
        }
    }

    /** DuckDB leaves it to the function that null in gives null out. */
    private static void passNullsOn(InputColumn argument, int rows, OutputColumn result) {
        if (!argument.mayHaveNulls()) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            if (argument.isNull(row)) {
                result.setNull(row);
            }
        }
    }

    private InputColumn argument(MemorySegment info, int index, int width, Call call) {
        call.check(api.scalarFunctionExecGetArg(info, index, call.out(), call.err()));
        MemorySegment vector = call.outHandle();
        call.check(api.vectorGetVectorType(vector, call.out(), call.err()));
        if (call.out().get(JAVA_INT, 0) == CApi.VECTOR_TYPE_OTHER) {
            call.check(api.vectorFlatten(vector, call.err()));
        }
        MemorySegment view = call.arena().allocate(VIEW_BYTES, 8);
        call.check(api.vectorGetView(vector, view, call.err()));
        return new InputColumn(view, width);
    }
}
