package io.sqe.gateway.lifecycle;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.RunningFragment;
import io.sqe.gateway.query.QueryProgress.Phase;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** A fragment's rows on their way to the person: counted, and ended with the query. */
final class FragmentRows implements ArrowStream {
    private final QueryLife life;
    private final RunningFragment fragment;
    private final ArrowStream rows;
    private final Runnable atEnd;

    FragmentRows(QueryLife life, RunningFragment fragment) {
        this(life, fragment, () -> {});
    }

    /** @param atEnd when all rows were read */
    FragmentRows(QueryLife life, RunningFragment fragment, Runnable atEnd) {
        this.atEnd = atEnd;
        this.life = life;
        this.fragment = fragment;
        this.rows = fragment.rows();
    }

    @Override
    public Schema schema() {
        return rows.schema();
    }

    @Override
    public boolean loadNext() {
        try {
            boolean hasNext = rows.loadNext();
            if (hasNext) {
                count(rows.batch());
            } else {
                atEnd.run();
                life.end(Phase.FINISHED);
            }
            return hasNext;
        } catch (RuntimeException failure) {
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
        fragment.close();
    }
}
