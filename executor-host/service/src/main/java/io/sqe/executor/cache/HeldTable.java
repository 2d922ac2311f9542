package io.sqe.executor.cache;

import io.sqe.executor.lowering.EngineSql.WholeFiles;
import java.time.Duration;
import java.util.Collections;

/** A table with what is in some files, and who reads it. Guarded by the cache that it is in. */
final class HeldTable {
    private static final long ORIGIN_NANOS = System.nanoTime();

    private final WholeFiles files;
    private final FileStamps stamps;
    private final String name;
    private final long bytes;
    private int readers;
    private long lastUseNanos = System.nanoTime();

    /**
     * @param stamps of the files when they were read
     * @param name as SQL has it
     * @param bytes of memory
     */
    HeldTable(WholeFiles files, FileStamps stamps, String name, long bytes) {
        this.files = files;
        this.stamps = stamps;
        this.name = name;
        this.bytes = bytes;
    }

    void take() {
        readers++;
        lastUseNanos = System.nanoTime();
    }

    void giveBack() {
        readers--;
        lastUseNanos = System.nanoTime();
    }

    boolean isRead() {
        return readers > 0;
    }

    boolean isIdleFor(Duration time) {
        return !isRead() && idle().compareTo(time) >= 0;
    }

    private Duration idle() {
        return Duration.ofNanos(System.nanoTime() - lastUseNanos);
    }

    /** When it was last read: larger is later. */
    long lastUse() {
        return lastUseNanos - ORIGIN_NANOS;
    }

    /** Whether it holds some of the same files. */
    boolean shares(WholeFiles others) {
        return !Collections.disjoint(files.paths(), others.paths());
    }

    boolean isOf(FileStamps now) {
        return stamps.equals(now);
    }

    WholeFiles files() {
        return files;
    }

    String name() {
        return name;
    }

    long bytes() {
        return bytes;
    }
}
