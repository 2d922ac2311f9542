package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The Java objects that C holds. C knows each by a number, which travels as a pointer that nobody follows; an unknown number
 * is refused where a wrong pointer would end the process.
 */
final class JavaObjects {
    private static final long OPAQUE_BYTES = 24;

    private final Map<Long, Object> held = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final Lazy<MemorySegment> letGoStub = new Lazy<>(() -> Upcalls.release(this::letGo));

    /** Holds an object until C lets it go, and answers what C shall call it. */
    MemorySegment hold(Object object) {
        long number = last.incrementAndGet();
        held.put(number, object);
        return MemorySegment.ofAddress(number);
    }

    /** A {@code duckdb_v2_opaque} for an object: C lets it go when it is done; an {@link AutoCloseable} is closed then. */
    MemorySegment opaque(Object object, Call call) {
        MemorySegment opaque = call.arena().allocate(OPAQUE_BYTES, 8);
        opaque.set(ADDRESS, 0, hold(object));
        opaque.set(ADDRESS, ADDRESS.byteSize(), letGoStub.value());
        return opaque;
    }

    /** The object that C means. */
    <T> T find(MemorySegment number, Class<T> type) {
        Object object = held.get(number.address());
        if (object == null) {
            throw new IllegalStateException("C holds no object of the number " + number.address());
        }
        return type.cast(object);
    }

    /** Forgets an object, and closes it if it can be closed. */
    void letGo(MemorySegment number) throws Exception {
        if (held.remove(number.address()) instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    int count() {
        return held.size();
    }
}
