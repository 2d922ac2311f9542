package io.sqe.gateway.trino.spooling;

import io.sqe.gateway.trino.protocol.Bytes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Segments by ids that nobody can guess: who knows one may fetch it. Safe for use by many threads. */
public final class SegmentStore {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 24;

    private final SpoolLimits limits;
    private final Map<String, Kept> segments = new LinkedHashMap<>();
    private long bytes;

    public SegmentStore(SpoolLimits limits) {
        this.limits = limits;
    }

    SpoolLimits limits() {
        return limits;
    }

    /** Keeps a segment and answers its id; empty if there is no room. */
    synchronized Optional<String> keep(Bytes segment) {
        forgetOld(System.nanoTime());
        if (bytes + segment.length() > limits.bytesMax()) {
            return Optional.empty();
        }
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        segments.put(id, new Kept(segment, System.nanoTime()));
        bytes += segment.length();
        return Optional.of(id);
    }

    public synchronized Optional<Bytes> find(String id) {
        return Optional.ofNullable(segments.get(id)).map(Kept::segment);
    }

    /** Forgets a segment that has been fetched. */
    public synchronized void acknowledge(String id) {
        Kept kept = segments.remove(id);
        if (kept != null) {
            bytes -= kept.segment().length();
        }
    }

    private void forgetOld(long nowNanos) {
        Iterator<Kept> oldest = segments.values().iterator();
        while (oldest.hasNext()) {
            Kept kept = oldest.next();
            if (nowNanos - kept.sinceNanos() <= limits.keptFor().toNanos()) {
                return;
            }
            bytes -= kept.segment().length();
            oldest.remove();
        }
    }

    private record Kept(Bytes segment, long sinceNanos) {}
}
