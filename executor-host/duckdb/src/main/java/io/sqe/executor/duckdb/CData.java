package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The two structs of the Arrow C Data Interface, as offsets into their bytes.
 *
 * @see <a href="https://arrow.apache.org/docs/format/CDataInterface.html#structure-definitions">Structure definitions</a>
 */
final class CData {
    /** The size of {@code struct ArrowSchema}. */
    static final long SCHEMA_BYTES = 72;

    /** The size of {@code struct ArrowArray}. */
    static final long ARRAY_BYTES = 80;

    /** {@code ARROW_FLAG_NULLABLE}. */
    static final long FLAG_NULLABLE = 2;

    /** {@code ARROW_FLAG_MAP_KEYS_SORTED}. */
    static final long FLAG_MAP_KEYS_SORTED = 4;

    static final long SCHEMA_FORMAT = 0;
    static final long SCHEMA_NAME = 8;
    static final long SCHEMA_METADATA = 16;
    static final long SCHEMA_FLAGS = 24;
    static final long SCHEMA_CHILD_COUNT = 32;
    static final long SCHEMA_CHILDREN = 40;
    static final long SCHEMA_DICTIONARY = 48;
    static final long SCHEMA_RELEASE = 56;

    static final long ARRAY_LENGTH = 0;
    static final long ARRAY_NULL_COUNT = 8;
    static final long ARRAY_OFFSET = 16;
    static final long ARRAY_BUFFER_COUNT = 24;
    static final long ARRAY_CHILD_COUNT = 32;
    static final long ARRAY_BUFFERS = 40;
    static final long ARRAY_CHILDREN = 48;
    static final long ARRAY_DICTIONARY = 56;
    static final long ARRAY_RELEASE = 64;
    static final long ARRAY_PRIVATE_DATA = 72;

    private static final Queue<MemorySegment> FREE_ARRAYS = new ConcurrentLinkedQueue<>();

    private CData() {}

    /** The shape {@code void (*release)(struct *)}, linked on first use. */
    private static final class Release {
        static final MethodHandle CALL = link();

        // Restricted because a wrong descriptor breaks the process: this is the one of the C Data Interface.
        @SuppressWarnings("restricted")
        private static MethodHandle link() {
            return Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(ADDRESS));
        }
    }

    /** {@code schema->release(schema)}, unless it is released already. */
    static void releaseSchema(MemorySegment schema) {
        release(schema, SCHEMA_RELEASE);
    }

    /** {@code array->release(array)}, unless it is released already. */
    static void releaseArray(MemorySegment array) {
        release(array, ARRAY_RELEASE);
    }

    static boolean isReleasedArray(MemorySegment array) {
        return MemorySegment.NULL.equals(array.get(ADDRESS, ARRAY_RELEASE));
    }

    /** A zeroed {@code struct ArrowArray} that outlives the caller; {@link #recycleArray} takes it back. */
    static MemorySegment takeArray() {
        MemorySegment free = FREE_ARRAYS.poll();
        return free == null ? Arena.global().allocate(ARRAY_BYTES, 8) : free.fill((byte) 0);
    }

    static void recycleArray(MemorySegment array) {
        FREE_ARRAYS.add(array);
    }

    static MemorySegment childSchema(MemorySegment schema, long index) {
        return Pointers.sized(pointerAt(schema, SCHEMA_CHILDREN, index), SCHEMA_BYTES);
    }

    static MemorySegment childArray(MemorySegment array, long index) {
        return Pointers.sized(pointerAt(array, ARRAY_CHILDREN, index), ARRAY_BYTES);
    }

    static MemorySegment buffer(MemorySegment array, long index) {
        return pointerAt(array, ARRAY_BUFFERS, index);
    }

    /** Reads a NUL-terminated string; a null pointer is the empty string. */
    static String string(MemorySegment struct, long offset) {
        MemorySegment pointer = struct.get(ADDRESS, offset);
        return MemorySegment.NULL.equals(pointer)
                ? ""
                : Pointers.sized(pointer, Integer.MAX_VALUE).getString(0, StandardCharsets.UTF_8);
    }

    /** Reads a schema's key-value metadata: a count, then keys and values, each with its length before it. */
    static Map<String, String> metadata(MemorySegment schema) {
        MemorySegment pointer = schema.get(ADDRESS, SCHEMA_METADATA);
        if (MemorySegment.NULL.equals(pointer)) {
            return Map.of();
        }
        MemorySegment bytes = Pointers.sized(pointer, Integer.MAX_VALUE);
        Map<String, String> metadata = new LinkedHashMap<>();
        int count = bytes.get(JAVA_INT_UNALIGNED, 0);
        long position = Integer.BYTES;
        for (int pair = 0; pair < count; pair++) {
            String key = prefixed(bytes, position);
            position += Integer.BYTES + (long) bytes.get(JAVA_INT_UNALIGNED, position);
            metadata.put(key, prefixed(bytes, position));
            position += Integer.BYTES + (long) bytes.get(JAVA_INT_UNALIGNED, position);
        }
        return metadata;
    }

    private static String prefixed(MemorySegment bytes, long position) {
        int length = bytes.get(JAVA_INT_UNALIGNED, position);
        byte[] text = bytes.asSlice(position + Integer.BYTES, length).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static MemorySegment pointerAt(MemorySegment struct, long offset, long index) {
        MemorySegment pointers = Pointers.sized(struct.get(ADDRESS, offset), (index + 1) * ADDRESS.byteSize());
        return pointers.getAtIndex(ADDRESS, index);
    }

    private static void release(MemorySegment struct, long offset) {
        MemorySegment release = struct.get(ADDRESS, offset);
        if (MemorySegment.NULL.equals(release)) {
            return;
        }
        try {
            Release.CALL.invokeExact(release, struct);
        } catch (Throwable unexpected) {
            throw new AssertionError("release does not throw", unexpected);
        }
    }

    static long length(MemorySegment array) {
        return array.get(JAVA_LONG, ARRAY_LENGTH);
    }
}
