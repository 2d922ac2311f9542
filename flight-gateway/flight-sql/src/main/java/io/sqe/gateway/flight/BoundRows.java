package io.sqe.gateway.flight;

import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.gateway.flight.statement.BoundValues;
import io.sqe.gateway.flight.stream.ClientWaits;
import io.sqe.gateway.flight.stream.SentBatches;
import io.sqe.planner.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** The rows of values that a client binds to placeholders. */
record BoundRows(List<Parameters> rows, long bytes) {
    /** What a value takes beside its bytes, about. */
    private static final int VALUE_BYTES = 64;

    /** Reads all rows. */
    static BoundRows read(FlightStream sent, ClientWaits waits, long bytesMax) {
        List<Parameters> rows = new ArrayList<>();
        long[] bytes = new long[1];
        each(sent, waits, batch -> {
            bytes[0] += bytes(batch);
            if (bytes[0] > bytesMax) {
                throw new CallRefusedException(
                        Reason.LIMIT_REACHED,
                        "The bound values take more than %d bytes (prepared-bytes-max). Bind fewer rows at once."
                                .formatted(bytesMax));
            }
            rows.addAll(BoundValues.read(batch));
        });
        return new BoundRows(rows, bytes[0]);
    }

    /** Reads batch by batch; a client without values sends none. */
    static void each(FlightStream sent, ClientWaits waits, Consumer<VectorSchemaRoot> use) {
        while (SentBatches.next(sent, waits)) {
            List<FieldVector> owned = new ArrayList<>();
            try {
                use.accept(SentBatches.decoded(sent, owned));
            } finally {
                owned.forEach(FieldVector::close);
            }
        }
    }

    private static long bytes(VectorSchemaRoot batch) {
        long bytes = (long) VALUE_BYTES
                * batch.getRowCount()
                * Math.max(1, batch.getFieldVectors().size());
        for (FieldVector column : batch.getFieldVectors()) {
            bytes += column.getBufferSize();
        }
        return bytes;
    }
}
