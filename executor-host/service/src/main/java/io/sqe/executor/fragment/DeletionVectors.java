package io.sqe.executor.fragment;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.duckdb.InputColumn;
import io.sqe.executor.duckdb.OutputColumn;
import io.sqe.executor.duckdb.ScalarFunction;
import io.sqe.executor.lowering.EngineSql;
import io.sqe.executor.lowering.EngineSql.DeletionVector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The deletion vectors of the fragments at work, as a function that the engine can call. */
final class DeletionVectors {
    private static final Map<Long, RowBitmap> NONE = Map.of();

    /** By number of the set, then of the file. */
    private final Map<Long, Map<Long, RowBitmap>> sets = new ConcurrentHashMap<>();

    /** The function that {@link EngineSql#IS_DELETED} names. */
    ScalarFunction function() {
        return ScalarFunction.of(
                EngineSql.IS_DELETED, List.of("BIGINT", "BIGINT", "BIGINT"), "BOOLEAN", this::findDeleted);
    }

    /** Reads the vectors of a fragment; {@link #forget} them when it ends. */
    void load(Map<Long, List<DeletionVector>> vectors) {
        vectors.forEach((number, set) -> {
            Map<Long, RowBitmap> bitmaps = new HashMap<>();
            set.forEach(vector -> bitmaps.put(vector.file(), read(vector)));
            sets.put(number, bitmaps);
        });
    }

    void forget(Map<Long, List<DeletionVector>> vectors) {
        vectors.keySet().forEach(sets::remove);
    }

    private void findDeleted(int rows, List<InputColumn> arguments, OutputColumn result) {
        if (rows == 0) {
            return;
        }
        InputColumn files = arguments.get(1);
        InputColumn positions = arguments.get(2);
        Map<Long, RowBitmap> set = sets.getOrDefault(arguments.get(0).longAt(0), NONE);
        long file = -1;
        RowBitmap bitmap = RowBitmap.EMPTY;
        for (int row = 0; row < rows; row++) {
            long next = files.longAt(row);
            if (next != file) {
                file = next;
                bitmap = set.getOrDefault(file, RowBitmap.EMPTY);
            }
            result.setBoolean(row, bitmap.contains(positions.longAt(row)));
        }
    }

    private static RowBitmap read(DeletionVector vector) {
        try (FileChannel file = FileChannel.open(Path.of(vector.path()), StandardOpenOption.READ)) {
            long position = vector.offsetBytes();
            ByteBuffer bytes = ByteBuffer.allocate(checkedLength(vector, file.size()));
            while (bytes.hasRemaining()) {
                int count = file.read(bytes, position + bytes.position());
                if (count < 0) {
                    throw new IOException("it ends too early");
                }
            }
            return RowBitmap.parse(bytes.flip());
        } catch (IOException | IllegalArgumentException failure) {
            throw new ExecutorException.UnreadableFile(
                    "A delete file cannot be read: " + vector.path() + ": " + failure.getMessage());
        }
    }

    /** What the manifest says of the vector is believed only as far as the file reaches. */
    private static int checkedLength(DeletionVector vector, long fileBytes) {
        long offset = vector.offsetBytes();
        long length = vector.lengthBytes();
        if (offset < 0 || length < 0 || length > Integer.MAX_VALUE || length > fileBytes - offset) {
            throw new IllegalArgumentException("the vector does not lie within it");
        }
        return (int) length;
    }
}
