package io.sqe.gateway.observation;

import io.sqe.executor.ArrowStream;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.ForwardingQuery;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryProgress.Phase;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** A query that tells its watch what becomes of it. */
final class ObservedQuery extends ForwardingQuery {
    private final Query query;
    private final QueryWatch watch;
    private final ArrowStream rows;

    ObservedQuery(Query query, QueryWatch watch, Redaction redaction) {
        super(query);
        this.query = query;
        this.watch = watch;
        this.rows = new ObservedRows(query, query.rows(), watch, redaction);
        watch.started(query.timings(), query.isCached());
    }

    @Override
    public ArrowStream rows() {
        return rows;
    }

    /** A reader that leaves before the end has cancelled its query. */
    @Override
    public void close() {
        Phase last = query.progress().phase();
        query.close();
        if (last == Phase.FINISHED) {
            watch.succeeded();
        } else {
            watch.failed(ErrorCode.QUERY_CANCELLED);
        }
    }

    /** The rows, counted. */
    private record ObservedRows(Query query, ArrowStream rows, QueryWatch watch, Redaction redaction)
            implements ArrowStream {

        @Override
        public Schema schema() {
            return rows.schema();
        }

        @Override
        public boolean loadNext() {
            boolean isFault = true;
            try {
                boolean hasNext = watch.scope().call(rows::loadNext);
                isFault = false;
                tell(hasNext);
                return hasNext;
            } catch (QueryException failure) {
                isFault = false;
                watch.failed(failure.code());
                throw watch.scope().call(() -> redaction.told(failure, watch.id()));
            } finally {
                if (isFault) {
                    watch.failed(ErrorCode.INTERNAL_ERROR);
                }
            }
        }

        private void tell(boolean hasNext) {
            if (hasNext) {
                count(rows.batch());
                watch.wrote(query.rowsWritten());
            } else {
                watch.succeeded();
            }
        }

        private void count(VectorSchemaRoot batch) {
            long bytes = 0;
            for (FieldVector vector : batch.getFieldVectors()) {
                bytes += vector.getBufferSize();
            }
            watch.returned(batch.getRowCount(), bytes);
        }

        @Override
        public VectorSchemaRoot batch() {
            return rows.batch();
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
