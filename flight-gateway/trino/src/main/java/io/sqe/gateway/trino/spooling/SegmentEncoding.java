package io.sqe.gateway.trino.spooling;

import io.sqe.gateway.trino.protocol.Bytes;
import io.sqe.gateway.trino.protocol.ResultPage.PageData;
import io.sqe.gateway.trino.protocol.ResultPage.Segment;
import io.sqe.gateway.trino.protocol.ResultPage.SegmentMetadata;
import io.sqe.gateway.trino.spooling.SegmentStore.KeptSegment;
import io.sqe.gateway.trino.statement.DataEncoding;
import io.sqe.gateway.trino.statement.RowSource.RowPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends the large pages of a statement as compressed segments, and small ones as they are. */
public final class SegmentEncoding implements DataEncoding {
    /** Shown to fetch a segment, so that an address that somebody else has seen is worth nothing. */
    public static final String KEY_HEADER = "X-Sqe-Segment-Key";

    private final Compression compression;
    private final SegmentStore store;
    private final List<String> kept = new ArrayList<>();
    private boolean isAbandoned;

    private SegmentEncoding(Compression compression, SegmentStore store) {
        this.compression = compression;
        this.store = store;
    }

    /** The encoding for a client that knows these ones; the preferred first. */
    public static DataEncoding of(List<String> wanted, SegmentStore store) {
        return Compression.firstOf(wanted)
                .<DataEncoding>map(compression -> new SegmentEncoding(compression, store))
                .orElse(DataEncoding.INLINE);
    }

    @Override
    public PageData encode(RowPage page, long rowOffset) {
        if (page.json().length() <= store.limits().inlineBytesMax()) {
            return DataEncoding.INLINE.encode(page, rowOffset);
        }
        Optional<Bytes> compressed = compression.compress(page.json());
        Bytes bytes = compressed.orElse(page.json());
        OptionalLong uncompressedSize =
                compressed.isPresent() ? OptionalLong.of(page.json().length()) : OptionalLong.empty();
        var metadata = new SegmentMetadata(rowOffset, page.rows(), bytes.length(), uncompressedSize);
        Segment segment = store.keep(bytes)
                .map(own -> spooled(own, metadata))
                .orElseGet(() -> new Segment.Inlined(bytes, metadata));
        return new PageData.Segments(compression.encoding(), List.of(segment));
    }

    private Segment spooled(KeptSegment own, SegmentMetadata metadata) {
        remember(own.id());
        return new Segment.Spooled(
                "/v1/spooled/download/" + own.id(),
                "/v1/spooled/ack/" + own.id(),
                Map.of(KEY_HEADER, own.keyText()),
                metadata);
    }

    private synchronized void remember(String id) {
        if (isAbandoned) {
            store.forget(id);
        } else {
            kept.add(id);
        }
    }

    @Override
    public synchronized void abandon() {
        isAbandoned = true;
        kept.forEach(store::forget);
        kept.clear();
    }
}
