package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TypeLayout;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.types.UnionMode;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.util.TransferPair;

/**
 * Loads the columns of one imported array into vectors, without copying values.
 *
 * <p>Two things are not as they came: a column with an offset is sliced, which copies its offsets and shifts its validity, and
 * a dictionary-encoded column is decoded.
 */
final class ArrayImport {
    private final ImportedArray array;
    private final BufferAllocator allocator;

    ArrayImport(ImportedArray array, BufferAllocator allocator) {
        this.array = array;
        this.allocator = allocator;
    }

    /** Loads the columns of the array, which is a struct of them, and answers the number of rows. */
    int load(List<ArrowColumn> columns, List<FieldVector> targets) {
        MemorySegment struct = array.struct();
        int rows = Math.toIntExact(CData.length(struct));
        long skip = struct.get(JAVA_LONG, CData.ARRAY_OFFSET);
        for (int index = 0; index < columns.size(); index++) {
            load(columns.get(index), CData.childArray(struct, index), skip, rows, targets.get(index));
        }
        return rows;
    }

    private void load(ArrowColumn column, MemorySegment struct, long skip, int length, FieldVector target) {
        int start = Math.toIntExact(struct.get(JAVA_LONG, CData.ARRAY_OFFSET) + skip);
        if (column.indexType() != null) {
            decode(column, column.indexType(), struct, start, length, target);
        } else if (start == 0) {
            loadWhole(column, struct, length, target);
        } else {
            try (FieldVector whole = column.field().createVector(allocator)) {
                loadWhole(column, struct, start + length, whole);
                TransferPair slice = whole.makeTransferPair(target);
                slice.splitAndTransfer(start, length);
            }
        }
    }

    private void loadWhole(ArrowColumn column, MemorySegment struct, int length, FieldVector target) {
        loadBuffers(column.field().getType(), struct, length, target);
        int childLength = switch (column.field().getType()) {
            case ArrowType.Struct _ -> length;
            case ArrowType.FixedSizeList list -> length * list.getListSize();
            case ArrowType.Union union when union.getMode() == UnionMode.Sparse -> length;
            default -> -1;
        };
        List<FieldVector> children = target.getChildrenFromFields();
        for (int index = 0; index < column.children().size(); index++) {
            MemorySegment child = CData.childArray(struct, index);
            int rows = childLength < 0 ? Math.toIntExact(CData.length(child)) : childLength;
            load(column.children().get(index), child, 0, rows, children.get(index));
        }
    }

    private void loadBuffers(ArrowType type, MemorySegment struct, int length, FieldVector target) {
        List<ArrowBuf> buffers = new ArrayList<>();
        try {
            wrapBuffers(type, struct, length, buffers);
            target.loadFieldBuffers(new ArrowFieldNode(length, nullCount(type, struct, length, buffers)), buffers);
        } finally {
            buffers.forEach(ArrowBuf::close);
        }
    }

    private void wrapBuffers(ArrowType type, MemorySegment struct, int length, List<ArrowBuf> buffers) {
        switch (type) {
            case ArrowType.Null _ -> {}
            case ArrowType.Utf8 _ -> wrapVariable(struct, length, Integer.BYTES, buffers);
            case ArrowType.Binary _ -> wrapVariable(struct, length, Integer.BYTES, buffers);
            case ArrowType.LargeUtf8 _ -> wrapVariable(struct, length, Long.BYTES, buffers);
            case ArrowType.LargeBinary _ -> wrapVariable(struct, length, Long.BYTES, buffers);
            case ArrowType.Utf8View _ -> wrapViews(struct, length, buffers);
            case ArrowType.BinaryView _ -> wrapViews(struct, length, buffers);
            case ArrowType.List _ -> wrapAll(struct, buffers, validity(length), (length + 1L) * Integer.BYTES);
            case ArrowType.Map _ -> wrapAll(struct, buffers, validity(length), (length + 1L) * Integer.BYTES);
            case ArrowType.LargeList _ -> wrapAll(struct, buffers, validity(length), (length + 1L) * Long.BYTES);
            case ArrowType.ListView _ -> {
                long bytes = (long) length * Integer.BYTES;
                wrapAll(struct, buffers, validity(length), bytes, bytes);
            }
            case ArrowType.LargeListView _ -> {
                long bytes = (long) length * Long.BYTES;
                wrapAll(struct, buffers, validity(length), bytes, bytes);
            }
            case ArrowType.Struct _ -> wrapAll(struct, buffers, validity(length));
            case ArrowType.FixedSizeList _ -> wrapAll(struct, buffers, validity(length));
            case ArrowType.Union union when union.getMode() == UnionMode.Sparse -> wrapAll(struct, buffers, length);
            case ArrowType.Union _ -> wrapAll(struct, buffers, length, (long) length * Integer.BYTES);
            default -> wrapAll(struct, buffers, validity(length), fixedBytes(type, length));
        }
    }

    private void wrapAll(MemorySegment struct, List<ArrowBuf> buffers, long... bytes) {
        for (int index = 0; index < bytes.length; index++) {
            buffers.add(array.wrap(CData.buffer(struct, index), bytes[index], allocator));
        }
    }

    private void wrapVariable(MemorySegment struct, int length, int offsetBytes, List<ArrowBuf> buffers) {
        MemorySegment offsets = CData.buffer(struct, 1);
        long bytes = MemorySegment.NULL.equals(offsets) ? 0 : lastOffset(offsets, length, offsetBytes);
        wrapAll(struct, buffers, validity(length), (length + 1L) * offsetBytes, bytes);
    }

    private static long lastOffset(MemorySegment offsets, int length, int offsetBytes) {
        long position = (long) length * offsetBytes;
        MemorySegment sized = Pointers.sized(offsets, position + offsetBytes);
        return offsetBytes == Integer.BYTES
                ? sized.get(JAVA_INT_UNALIGNED, position)
                : sized.get(JAVA_LONG_UNALIGNED, position);
    }

    /** Views are followed by any number of data buffers; the last buffer of the struct has their sizes. */
    private void wrapViews(MemorySegment struct, int length, List<ArrowBuf> buffers) {
        wrapAll(struct, buffers, validity(length), length * 16L);
        int dataCount = Math.toIntExact(struct.get(JAVA_LONG, CData.ARRAY_BUFFER_COUNT)) - 3;
        if (dataCount <= 0) {
            return;
        }
        MemorySegment sizes = Pointers.sized(CData.buffer(struct, 2L + dataCount), (long) dataCount * Long.BYTES);
        for (int index = 0; index < dataCount; index++) {
            long bytes = sizes.getAtIndex(JAVA_LONG_UNALIGNED, index);
            buffers.add(array.wrap(CData.buffer(struct, 2L + index), bytes, allocator));
        }
    }

    /** C may leave the count to the consumer, as -1; and whoever has no validity buffer has no nulls. */
    private static long nullCount(ArrowType type, MemorySegment struct, int length, List<ArrowBuf> buffers) {
        if (type instanceof ArrowType.Null) {
            return length;
        }
        if (type instanceof ArrowType.Union || buffers.getFirst().capacity() == 0) {
            return 0;
        }
        boolean isWhole = CData.length(struct) == length && struct.get(JAVA_LONG, CData.ARRAY_OFFSET) == 0;
        long declared = struct.get(JAVA_LONG, CData.ARRAY_NULL_COUNT);
        return isWhole && declared >= 0 ? declared : BitVectorHelper.getNullCount(buffers.getFirst(), length);
    }

    private void decode(
            ArrowColumn column, ArrowType indexType, MemorySegment struct, int start, int length, FieldVector target) {
        MemorySegment dictionary = Pointers.sized(struct.get(ADDRESS, CData.ARRAY_DICTIONARY), CData.ARRAY_BYTES);
        Field indexField = new Field("indices", FieldType.nullable(indexType), null);
        ArrowColumn entries = new ArrowColumn(column.field(), null, column.children());
        try (FieldVector indices = indexField.createVector(allocator);
                FieldVector values = column.field().createVector(allocator)) {
            loadBuffers(indexType, struct, start + length, indices);
            load(entries, dictionary, 0, Math.toIntExact(CData.length(dictionary)), values);
            gather((BaseIntVector) indices, values, start, length, target);
        }
    }

    private static void gather(BaseIntVector indices, FieldVector values, int start, int length, FieldVector target) {
        target.setInitialCapacity(length);
        target.allocateNew();
        for (int row = 0; row < length; row++) {
            if (!indices.isNull(start + row)) {
                target.copyFromSafe((int) indices.getValueAsLong(start + row), row, values);
            }
        }
        target.setValueCount(length);
    }

    private static long validity(int length) {
        return (length + 7L) / 8;
    }

    private static long fixedBytes(ArrowType type, int length) {
        int bits = TypeLayout.getTypeLayout(type).getBufferLayouts().get(1).getTypeBitWidth();
        return ((long) length * bits + 7) / 8;
    }
}
