package io.sqe.gateway.trino.spooling;

import io.sqe.gateway.trino.protocol.Bytes;
import io.sqe.gateway.trino.spooling.SpoolStatistics.Held;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Segments by ids that nobody can guess, each under a key that only its client has. In memory as long as there is room; beyond that
 * encrypted on disk. Safe for use by many threads; closed by its opener, and nothing is left then.
 */
public final class SegmentStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentStore.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 24;
    private static final Duration SWEEP_PERIOD = Duration.ofSeconds(5);

    private final SpoolLimits limits;
    private final LongSupplier nanoClock;
    private final Optional<SegmentFolder> folder;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trino-segments").daemon(true).factory());
    private final Map<String, Kept> segments = new LinkedHashMap<>();
    private final Place memory;
    private final Place disk;
    private long noRoom;
    private long failed;
    private long expired;
    private boolean isClosed;

    private SegmentStore(SpoolLimits limits, LongSupplier nanoClock) {
        this.limits = limits;
        this.nanoClock = nanoClock;
        this.memory = new Place(limits.memoryBytesMax());
        this.disk = new Place(limits.disk().map(SpoolLimits.Disk::bytesMax).orElse(0L));
        this.folder =
                limits.disk().filter(where -> where.bytesMax() > 0).map(where -> SegmentFolder.in(where.folder()));
    }

    /** Opens an empty store, and removes from the disk what servers that are no more have left there. */
    public static SegmentStore open(SpoolLimits limits) {
        return open(limits, System::nanoTime);
    }

    static SegmentStore open(SpoolLimits limits, LongSupplier nanoClock) {
        SegmentStore store = new SegmentStore(limits, nanoClock);
        // The sweep never fails; its future is of no use.
        var _ = store.sweeper.scheduleWithFixedDelay(
                store::forgetOld, SWEEP_PERIOD.toMillis(), SWEEP_PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return store;
    }

    SpoolLimits limits() {
        return limits;
    }

    /** Keeps a segment; empty if there is no room for it anywhere, or it cannot be written. */
    Optional<KeptSegment> keep(Bytes segment) {
        SegmentKey key = SegmentKey.fresh();
        long sealedLength = SealedFile.sealedLength(segment.length());
        synchronized (this) {
            if (isClosed || segments.size() >= limits.segmentsMax()) {
                noRoom++;
                return Optional.empty();
            }
            if (memory.take(segment.length())) {
                return Optional.of(put(new Content.InMemory(segment), memory, segment.length(), key));
            }
            if (folder.isEmpty() || !disk.take(sealedLength)) {
                noRoom++;
                return Optional.empty();
            }
        }
        return write(segment, sealedLength, key, folder.get());
    }

    private Optional<KeptSegment> write(Bytes segment, long sealedLength, SegmentKey key, SegmentFolder target) {
        Path file = target.path().resolve(randomId());
        try {
            SealedFile.write(file, segment.array(), key);
        } catch (IOException failure) {
            delete(file);
            LOG.atWarn().setCause(failure).log("spooled segment not written to disk; sent within the answer instead");
            synchronized (this) {
                disk.giveUp(sealedLength);
                failed++;
            }
            return Optional.empty();
        }
        Content content = new Content.OnDisk(file, segment.length());
        synchronized (this) {
            if (!isClosed) {
                return Optional.of(put(content, disk, sealedLength, key));
            }
        }
        delete(file);
        return Optional.empty();
    }

    private KeptSegment put(Content content, Place place, long bytes, SegmentKey key) {
        String id = randomId();
        segments.put(id, new Kept(content, place, bytes, key.digest(), nanoClock.getAsLong()));
        place.kept++;
        return new KeptSegment(id, key.text());
    }

    private static String randomId() {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** A segment for who knows its id and its key. The caller closes the stream. */
    public Optional<SegmentContent> find(String id, String keyText) {
        Optional<SegmentKey> key = SegmentKey.parse(keyText);
        Optional<Kept> kept = key.flatMap(shown -> find(id, shown));
        return kept.flatMap(known -> content(known.content(), key.orElseThrow()));
    }

    private synchronized Optional<Kept> find(String id, SegmentKey key) {
        return Optional.ofNullable(segments.get(id)).filter(kept -> key.hasDigest(kept.keyDigest()));
    }

    private static Optional<SegmentContent> content(Content content, SegmentKey key) {
        return switch (content) {
            case Content.InMemory(Bytes bytes) ->
                Optional.of(new SegmentContent(bytes.length(), new ByteArrayInputStream(bytes.array())));
            case Content.OnDisk(Path file, long length) -> {
                try {
                    yield Optional.of(new SegmentContent(length, SealedFile.open(file, length, key)));
                } catch (NoSuchFileException acknowledgedMeanwhile) {
                    yield Optional.empty();
                } catch (IOException failure) {
                    throw new UncheckedIOException("Cannot read a spooled segment", failure);
                }
            }
        };
    }

    /** Forgets a segment that has been fetched. */
    public void acknowledge(String id, String keyText) {
        if (SegmentKey.parse(keyText).flatMap(key -> find(id, key)).isPresent()) {
            forget(id);
        }
    }

    /** Forgets a segment that nobody will fetch any more; no effect if it is gone. */
    void forget(String id) {
        remove(id).ifPresent(SegmentStore::deleteFile);
    }

    private synchronized Optional<Kept> remove(String id) {
        Optional<Kept> kept = Optional.ofNullable(segments.remove(id));
        kept.ifPresent(known -> known.place().give(known));
        return kept;
    }

    /** Forgets what nobody has acknowledged in time. */
    void forgetOld() {
        removeOld().forEach(SegmentStore::deleteFile);
    }

    private synchronized List<Kept> removeOld() {
        long now = nanoClock.getAsLong();
        List<Kept> old = new ArrayList<>();
        Iterator<Kept> oldest = segments.values().iterator();
        while (oldest.hasNext()) {
            Kept kept = oldest.next();
            if (now - kept.sinceNanos() <= limits.keptFor().toNanos()) {
                return old;
            }
            oldest.remove();
            kept.place().give(kept);
            old.add(kept);
            expired++;
        }
        return old;
    }

    private static void deleteFile(Kept kept) {
        if (kept.content() instanceof Content.OnDisk(Path file, long _)) {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.atWarn().setCause(failure).log("spooled segment not removed from disk; the next start removes it");
        }
    }

    public synchronized SpoolStatistics statistics() {
        return new SpoolStatistics(memory.held(), disk.held(), memory.kept, disk.kept, noRoom, failed, expired);
    }

    /** Forgets everything, in memory and on disk. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        List<String> all;
        synchronized (this) {
            isClosed = true;
            all = new ArrayList<>(segments.keySet());
        }
        all.forEach(this::forget);
        folder.ifPresent(SegmentFolder::close);
    }

    /** What to ask for, and what to show for it. */
    record KeptSegment(String id, String keyText) {
        @Override
        public String toString() {
            return "KeptSegment[" + id + "]";
        }
    }

    /** A segment and how much of its place it takes. */
    private record Kept(Content content, Place place, long bytes, SegmentKey.Digest keyDigest, long sinceNanos) {}

    /** Where a segment's bytes are. */
    private sealed interface Content {
        record InMemory(Bytes bytes) implements Content {}

        record OnDisk(Path file, long length) implements Content {}
    }

    /** What one place holds; guarded by the store. */
    private static final class Place {
        private final long bytesMax;
        private long bytes;
        private long kept;
        private long left;

        Place(long bytesMax) {
            this.bytesMax = bytesMax;
        }

        boolean take(long more) {
            if (bytes + more > bytesMax) {
                return false;
            }
            bytes += more;
            return true;
        }

        /** Gives back what was taken for a segment that was then not kept. */
        void giveUp(long taken) {
            bytes -= taken;
        }

        void give(Kept segment) {
            bytes -= segment.bytes();
            left++;
        }

        Held held() {
            return new Held(kept - left, bytes);
        }
    }
}
