package io.sqe.gateway.trino.spooling;

import io.sqe.gateway.trino.protocol.Bytes;
import io.sqe.gateway.trino.protocol.ResultPage.PageData;
import io.sqe.gateway.trino.protocol.ResultPage.Segment;
import io.sqe.gateway.trino.protocol.ResultPage.SegmentMetadata;
import io.sqe.gateway.trino.statement.DataEncoding;
import io.sqe.gateway.trino.statement.RowSource.RowPage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends large pages as compressed segments, and small ones as they are. */
public final class SegmentEncoding implements DataEncoding {
    private final Compression compression;
    private final SegmentStore store;

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
                .<Segment>map(
                        id -> new Segment.Spooled("/v1/spooled/download/" + id, "/v1/spooled/ack/" + id, metadata))
                .orElseGet(() -> new Segment.Inlined(bytes, metadata));
        return new PageData.Segments(compression.encoding(), List.of(segment));
    }
}
