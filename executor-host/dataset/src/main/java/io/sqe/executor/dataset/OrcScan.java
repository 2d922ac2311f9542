package io.sqe.executor.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.arrow.dataset.file.FileFormat;
import org.apache.arrow.dataset.file.FileSystemDatasetFactory;
import org.apache.arrow.dataset.jni.NativeMemoryPool;
import org.apache.arrow.dataset.scanner.ScanOptions;
import org.apache.arrow.dataset.scanner.Scanner;
import org.apache.arrow.dataset.source.Dataset;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.util.AutoCloseables;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One ORC file, read batch by batch. Used by one thread at a time; closed by whoever opened it.
 *
 * <p>Each batch has the wanted columns in their order: as the file types them, or, where the file lacks one, its missing value
 * as text, or the null type.
 */
public final class OrcScan implements AutoCloseable {
    private final String location;
    private final BufferAllocator allocator;
    private final Deque<AutoCloseable> resources;
    private final ArrowReader reader;
    private final List<Slot> slots;

    private OrcScan(
            String location,
            BufferAllocator allocator,
            Deque<AutoCloseable> resources,
            ArrowReader reader,
            List<Slot> slots) {
        this.location = location;
        this.allocator = allocator;
        this.resources = resources;
        this.reader = reader;
        this.slots = slots;
    }

    /**
     * Opens a local file.
     *
     * @throws UnreadableFileException if it is missing or damaged, or has no field ids
     */
    public static OrcScan open(String location, List<WantedColumn> wanted, int batchRows, BufferAllocator allocator) {
        Deque<AutoCloseable> resources = new ArrayDeque<>();
        try {
            return open(location, wanted, batchRows, allocator, resources);
        } catch (UnreadableFileException unreadable) {
            closeAll(resources);
            throw unreadable;
        } catch (RuntimeException failure) { // What Arrow's native code throws has no narrower type.
            closeAll(resources);
            throw new UnreadableFileException(location, "it is missing or not an ORC file.", failure);
        }
    }

    private static OrcScan open(
            String location,
            List<WantedColumn> wanted,
            int batchRows,
            BufferAllocator allocator,
            Deque<AutoCloseable> resources) {
        String uri = Path.of(location).toUri().toString();
        var factory = new FileSystemDatasetFactory(allocator, NativeMemoryPool.getDefault(), FileFormat.ORC, uri);
        resources.push(factory);
        FileColumns columns = new FileColumns(factory.inspect());
        if (!columns.hasIds()) {
            throw new UnreadableFileException(location, "it has no field ids.");
        }
        List<Slot> slots = wanted.stream()
                .map(column -> Slot.of(column, columns.find(column)))
                .toList();
        Dataset dataset = factory.finish();
        resources.push(dataset);
        Scanner scanner = dataset.newScan(new ScanOptions(batchRows, Optional.of(namesInFile(slots))));
        resources.push(scanner);
        ArrowReader reader = scanner.scanBatches();
        resources.push(reader);
        return new OrcScan(location, allocator, resources, reader, slots);
    }

    private static String[] namesInFile(List<Slot> slots) {
        return slots.stream()
                .map(Slot::inFile)
                .filter(Objects::nonNull)
                .map(Field::getName)
                .toArray(String[]::new);
    }

    public Schema schema() {
        return new Schema(slots.stream().map(Slot::output).toList());
    }

    /** The next batch, which the caller closes; null at the end of the file. */
    public @Nullable VectorSchemaRoot next() {
        try {
            return reader.loadNextBatch() ? wantedBatch(reader.getVectorSchemaRoot()) : null;
        } catch (IOException failure) {
            throw new UnreadableFileException(location, "it is damaged.", failure);
        }
    }

    /** Moves the file's vectors under the wanted names and puts the missing ones beside them. */
    private VectorSchemaRoot wantedBatch(VectorSchemaRoot read) {
        int rows = read.getRowCount();
        Iterator<FieldVector> inFile = renamed(read).getFieldVectors().iterator();
        List<FieldVector> vectors = new ArrayList<>();
        for (Slot slot : slots) {
            vectors.add(slot.inFile() == null ? missing(slot.wanted(), rows) : inFile.next());
        }
        return new VectorSchemaRoot(schema(), vectors, rows);
    }

    private VectorSchemaRoot renamed(VectorSchemaRoot read) {
        List<Field> fields = slots.stream()
                .filter(slot -> slot.inFile() != null)
                .map(Slot::output)
                .toList();
        VectorSchemaRoot renamed = VectorSchemaRoot.create(new Schema(fields), allocator);
        try (ArrowRecordBatch batch = new VectorUnloader(read).getRecordBatch()) {
            new VectorLoader(renamed).load(batch);
        }
        return renamed;
    }

    private FieldVector missing(WantedColumn column, int rows) {
        if (column.missingValue().isEmpty()) {
            return new NullVector(column.name(), rows);
        }
        byte[] text = column.missingValue().get().getBytes(StandardCharsets.UTF_8);
        VarCharVector vector = new VarCharVector(column.name(), allocator);
        vector.allocateNew((long) rows * text.length, rows);
        for (int row = 0; row < rows; row++) {
            vector.setSafe(row, text);
        }
        vector.setValueCount(rows);
        return vector;
    }

    @Override
    public void close() {
        closeAll(resources);
    }

    private static void closeAll(Deque<AutoCloseable> resources) {
        try {
            AutoCloseables.close(resources);
        } catch (Exception failure) { // catches all: AutoCloseable's signature
            throw new IllegalStateException("Arrow Dataset did not close", failure);
        }
    }

    /** A column of the batches: what is wanted, the file's field if it has it, and the field as put out. */
    private record Slot(WantedColumn wanted, @Nullable Field inFile, Field output) {

        static Slot of(WantedColumn wanted, @Nullable Field inFile) {
            if (inFile != null) {
                return new Slot(wanted, inFile, FileColumns.renamed(inFile, wanted));
            }
            ArrowType type = wanted.missingValue().isPresent() ? new ArrowType.Utf8() : new ArrowType.Null();
            return new Slot(wanted, null, Field.nullable(wanted.name(), type));
        }
    }
}
