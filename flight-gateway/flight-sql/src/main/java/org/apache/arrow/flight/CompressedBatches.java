package org.apache.arrow.flight;

import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.jspecify.annotations.NullMarked;

/** Has a stream compress its batches. It stands in Arrow's package because Arrow's server makes the stream's unloader itself. */
@NullMarked
public final class CompressedBatches {
    private CompressedBatches() {}

    /** For a stream that has been started with the root, and has sent no batch yet. */
    public static void begin(OutboundStreamListener stream, VectorSchemaRoot root, CompressionCodec codec) {
        if (stream instanceof OutboundStreamListenerImpl started) {
            started.unloader = new VectorUnloader(root, true, codec, true);
        }
    }
}
