package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * What DuckDB calls when SQL reads {@code arrow_batches('name')}: bind finds the source and declares its columns, the global
 * state is the scan, each thread's local state is a {@link BatchReader}.
 */
final class TableCallbacks {
    private final CApi api;
    private final JavaObjects objects;
    private final MemorySegment bind;
    private final MemorySegment initGlobal;
    private final MemorySegment initLocal;
    private final MemorySegment execute;

    TableCallbacks(CApi api, JavaObjects objects) {
        this.api = api;
        this.objects = objects;
        this.bind = Upcalls.bind(api, this::bind);
        this.initGlobal = Upcalls.phase(api, this::initGlobal);
        this.initLocal = Upcalls.phase(api, this::initLocal);
        this.execute = Upcalls.phase(api, this::execute);
    }

    void attach(MemorySegment function, Call call) {
        call.check(api.tableFunctionSetBindCallback(function, bind, call.err()));
        call.check(api.tableFunctionSetInitGlobalCallback(function, initGlobal, call.err()));
        call.check(api.tableFunctionSetInitLocalCallback(function, initLocal, call.err()));
        call.check(api.tableFunctionSetExecCallback(function, execute, call.err()));
    }

    private void bind(MemorySegment info, MemorySegment result, MemorySegment context) {
        try (Call call = new Call(api)) {
            call.check(api.functionBindGetUserData(info, call.out(), call.err()));
            BatchTables tables = objects.find(call.outHandle(), BatchTables.class);
            BatchSource source = tables.find(name(info));
            declareColumns(source.schema().getFields(), result, context);
            OptionalLong rows = source.rowCount();
            if (rows.isPresent()) {
                call.check(api.tableFunctionBindSetCardinality(result, rows.getAsLong(), true, call.err()));
            }
            int order = source.threadsMax() > 1
                    ? CApi.ORDER_PRESERVATION_NO_ORDER
                    : CApi.ORDER_PRESERVATION_INSERTION_ORDER;
            call.check(api.tableFunctionBindSetOrderPreservation(result, order, call.err()));
            call.check(api.functionBindSetBindData(info, objects.opaque(source, call), call.err()));
        }
    }

    private String name(MemorySegment info) {
        try (Call call = new Call(api)) {
            call.check(api.functionBindGetArgValue(info, 0, call.out(), call.err()));
            try (OwnedHandle argument = new OwnedHandle(call.outHandle(), api::valueDestroy)) {
                call.check(api.valueGetVarchar(argument.handle(), call.out(), call.err()));
                return call.outText();
            }
        }
    }

    /** DuckDB itself says which of its types an Arrow type is. */
    private void declareColumns(List<Field> columns, MemorySegment result, MemorySegment context) {
        try (Call call = new Call(api);
                OwnedHandle importer = BatchReader.importer(api, context, columns, 0)) {
            call.check(api.arrowImporterGetSchema(importer.handle(), call.out(), call.err()));
            try (OwnedHandle schema = new OwnedHandle(call.outHandle(), api::schemaDestroy)) {
                MemorySegment type = call.arena().allocate(ADDRESS);
                for (int index = 0; index < columns.size(); index++) {
                    call.check(api.schemaGetField(schema.handle(), index, call.out(), type, call.err()));
                    call.check(
                            api.tableFunctionBindAddResultColumn(result, call.out(), type.get(ADDRESS, 0), call.err()));
                }
            }
        }
    }

    private void initGlobal(MemorySegment info, MemorySegment context) {
        try (Call call = new Call(api)) {
            call.check(api.tableFunctionInitGlobalGetBindData(info, call.out(), call.err()));
            BatchSource source = objects.find(call.outHandle(), BatchSource.class);
            SharedScan scan = SharedScan.open(source, columnIndices(info));
            call.check(api.tableFunctionInitGlobalSetGlobalState(info, objects.opaque(scan, call), call.err()));
            call.check(api.tableFunctionInitGlobalSetMaxThreads(info, source.threadsMax(), call.err()));
        }
    }

    private List<Integer> columnIndices(MemorySegment info) {
        try (Call call = new Call(api)) {
            call.check(api.tableFunctionInitGlobalGetColumnCount(info, call.out(), call.err()));
            return IntStream.range(0, Math.toIntExact(call.outLong()))
                    .mapToObj(index -> {
                        call.check(api.tableFunctionInitGlobalGetColumnIndex(info, index, call.out(), call.err()));
                        return Math.toIntExact(call.outLong());
                    })
                    .toList();
        }
    }

    private void initLocal(MemorySegment info, MemorySegment context) {
        try (Call call = new Call(api)) {
            call.check(api.tableFunctionInitLocalGetGlobalState(info, call.out(), call.err()));
            SharedScan scan = objects.find(call.outHandle(), SharedScan.class);
            BatchReader reader = new BatchReader(api, scan);
            call.check(api.tableFunctionInitLocalSetLocalState(info, objects.opaque(reader, call), call.err()));
        }
    }

    private void execute(MemorySegment info, MemorySegment context) throws Exception {
        try (Call call = new Call(api)) {
            call.check(api.tableFunctionExecGetLocalState(info, call.out(), call.err()));
            BatchReader reader = objects.find(call.outHandle(), BatchReader.class);
            call.check(api.tableFunctionExecGetOutputChunk(info, call.out(), call.err()));
            reader.fill(call.outHandle(), context);
        }
    }
}
