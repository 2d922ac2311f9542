package io.sqe.executor.process;

import io.sqe.executor.fragment.ExecutorOptions;
import java.time.Duration;
import java.util.List;

/**
 * What an engine's process may use, and how it is kept alive. Each refinement answers new options.
 *
 * @param engine what the engine may use
 * @param heapBytesMax the Java heap of the process; the engine's own memory is outside it
 * @param addressSpaceBytesMax all memory that the process may address, enforced by the system (Unix); 0 for no limit. Well above
 *     the sum of everything else, since Java reserves more than it uses
 * @param bufferBytesMax rows that this process holds and nobody has taken over yet
 * @param startsPerMinuteMax starts within a minute, after which fragments are refused until the minute is over
 * @param startWait how long a fragment waits for an engine that is starting
 * @param standby whether another process stands by to take the engine's place
 * @param jvmFlags more flags for the process
 */
public record EngineProcessOptions(
        ExecutorOptions engine,
        long heapBytesMax,
        long addressSpaceBytesMax,
        long bufferBytesMax,
        int startsPerMinuteMax,
        Duration startWait,
        Standby standby,
        List<String> jvmFlags) {
    private static final long MIB = 1L << 20;

    /** Plans and messages; rows are not in the heap. */
    public static final long HEAP_BYTES_MAX_DEFAULT = 256 * MIB;

    public static final long BUFFER_BYTES_MAX_DEFAULT = 1024 * MIB;

    /** One a second: an engine that cannot live longer than that does not run any query. */
    public static final int STARTS_PER_MINUTE_MAX_DEFAULT = 60;

    /** A second on a quiet machine, many on one that is overloaded. */
    public static final Duration START_WAIT_DEFAULT = Duration.ofSeconds(30);

    public EngineProcessOptions {
        jvmFlags = List.copyOf(jvmFlags);
        if (startsPerMinuteMax < 1) {
            throw new IllegalArgumentException("An engine must be allowed to start once a minute");
        }
    }

    public static EngineProcessOptions of(ExecutorOptions engine) {
        return new EngineProcessOptions(
                engine,
                HEAP_BYTES_MAX_DEFAULT,
                0,
                BUFFER_BYTES_MAX_DEFAULT,
                STARTS_PER_MINUTE_MAX_DEFAULT,
                START_WAIT_DEFAULT,
                Standby.NONE,
                List.of());
    }

    /** The same for an engine with other options. */
    public EngineProcessOptions withEngine(ExecutorOptions other) {
        return new EngineProcessOptions(
                other,
                heapBytesMax,
                addressSpaceBytesMax,
                bufferBytesMax,
                startsPerMinuteMax,
                startWait,
                standby,
                jvmFlags);
    }

    public EngineProcessOptions withHeapBytesMax(long bytes) {
        return new EngineProcessOptions(
                engine, bytes, addressSpaceBytesMax, bufferBytesMax, startsPerMinuteMax, startWait, standby, jvmFlags);
    }

    public EngineProcessOptions withAddressSpaceBytesMax(long bytes) {
        return new EngineProcessOptions(
                engine, heapBytesMax, bytes, bufferBytesMax, startsPerMinuteMax, startWait, standby, jvmFlags);
    }

    public EngineProcessOptions withBufferBytesMax(long bytes) {
        return new EngineProcessOptions(
                engine, heapBytesMax, addressSpaceBytesMax, bytes, startsPerMinuteMax, startWait, standby, jvmFlags);
    }

    public EngineProcessOptions withStartsPerMinuteMax(int starts) {
        return new EngineProcessOptions(
                engine, heapBytesMax, addressSpaceBytesMax, bufferBytesMax, starts, startWait, standby, jvmFlags);
    }

    public EngineProcessOptions withStartWait(Duration wait) {
        return new EngineProcessOptions(
                engine,
                heapBytesMax,
                addressSpaceBytesMax,
                bufferBytesMax,
                startsPerMinuteMax,
                wait,
                standby,
                jvmFlags);
    }

    public EngineProcessOptions withJvmFlags(List<String> flags) {
        return new EngineProcessOptions(
                engine,
                heapBytesMax,
                addressSpaceBytesMax,
                bufferBytesMax,
                startsPerMinuteMax,
                startWait,
                standby,
                flags);
    }

    public EngineProcessOptions withStandby(Standby other) {
        return new EngineProcessOptions(
                engine,
                heapBytesMax,
                addressSpaceBytesMax,
                bufferBytesMax,
                startsPerMinuteMax,
                startWait,
                other,
                jvmFlags);
    }

    /** Whether a query after the engine's end waits for the start of another. */
    public enum Standby {
        /** It does: a second or so. */
        NONE,
        /** It does not: another process is there already, for its memory. */
        ONE
    }
}
