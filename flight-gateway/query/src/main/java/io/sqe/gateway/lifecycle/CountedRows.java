package io.sqe.gateway.lifecycle;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.RunningFragment;
import io.sqe.gateway.caching.Recording;
import io.sqe.gateway.query.QueryProgress.Phase;
import java.util.Optional;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** Rows on their way to the person: counted, and ended with the query. */
final class CountedRows implements ArrowStream {
    private final QueryLife life;
    private final ArrowStream rows;
    private final Runnable closing;
    private final Optional<Recording> recording;
    private final Runnable atEnd;

    private CountedRows(
            QueryLife life, ArrowStream rows, Runnable closing, Optional<Recording> recording, Runnable atEnd) {
        this.atEnd = atEnd;
        this.life = life;
        this.rows = rows;
        this.closing = closing;
        this.recording = recording;
    }

    /** The rows of a fragment, closed with it. */
    static CountedRows of(QueryLife life, RunningFragment fragment) {
        return of(life, fragment, Optional.empty(), () -> {});
    }

    /**
     * The same, copied on their way.
     *
     * @param atEnd when all rows were read
     */
    static CountedRows of(QueryLife life, RunningFragment fragment, Optional<Recording> recording, Runnable atEnd) {
        return new CountedRows(life, fragment.rows(), fragment::close, recording, atEnd);
    }

    /** Rows that no engine works for. */
    static CountedRows ofKept(QueryLife life, ArrowStream rows) {
        return new CountedRows(life, rows, rows::close, Optional.empty(), () -> {});
    }

    @Override
    public Schema schema() {
        return rows.schema();
    }

    @Override
    public boolean loadNext() {
        try {
            life.cancellation().failIfRequested();
            boolean hasNext = rows.loadNext();
            if (hasNext) {
                count(rows.batch());
                recording.ifPresent(copy -> copy.add(rows.batch()));
            } else {
                recording.filter(_ -> !life.cancellation().isRequested()).ifPresent(copy -> copy.finish(schema()));
                atEnd.run();
                life.end(Phase.FINISHED);
            }
            return hasNext;
        } catch (RuntimeException failure) {
            recording.ifPresent(Recording::close);
            throw QueryFailures.end(life, failure);
        }
    }

    private void count(VectorSchemaRoot batch) {
        long bytes = 0;
        for (FieldVector vector : batch.getFieldVectors()) {
            bytes += vector.getBufferSize();
        }
        life.returned(batch.getRowCount(), bytes);
    }

    @Override
    public VectorSchemaRoot batch() {
        return rows.batch();
    }

    @Override
    public void close() {
        life.stopWatching();
        recording.ifPresent(Recording::close);
        closing.run();
    }
}
