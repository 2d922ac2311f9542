package io.sqe.gateway.admission;

import io.sqe.executor.ArrowStream;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.ForwardingQuery;
import io.sqe.gateway.query.Query;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** A query with a place, which it gives back when it is closed. */
final class LimitedQuery extends ForwardingQuery {
    private final LimitedControl control;
    private final LimitedRows rows;
    private final Runnable giveBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    LimitedQuery(Query query, LimitedControl control, long rowsMax, Runnable giveBack) {
        super(query);
        this.control = control;
        this.rows = new LimitedRows(query.rows(), control, query.kind() == StatementKind.ROWS ? rowsMax : 0);
        this.giveBack = giveBack;
    }

    @Override
    public Optional<String> resourceGroup() {
        return control.resourceGroup();
    }

    @Override
    public void cancel() {
        control.cancel();
    }

    @Override
    public ArrowStream rows() {
        return rows;
    }

    @Override
    public void close() {
        try {
            super.close();
        } finally {
            if (closed.compareAndSet(false, true)) {
                giveBack.run();
            }
        }
    }

    /** Rows up to a number; the batch that goes beyond it is not shown. */
    private static final class LimitedRows implements ArrowStream {
        private final ArrowStream rows;
        private final LimitedControl control;
        private final long rowsMax;
        private long returned;

        LimitedRows(ArrowStream rows, LimitedControl control, long rowsMax) {
            this.rows = rows;
            this.control = control;
            this.rowsMax = rowsMax;
            control.readership().hasRows(0);
        }

        @Override
        public Schema schema() {
            return rows.schema();
        }

        @Override
        public boolean loadNext() {
            control.failIfStopped();
            control.readership().waits();
            boolean hasNext = false;
            try {
                hasNext = rows.loadNext();
            } catch (QueryException failure) {
                throw control.told(failure);
            } finally {
                returned += hasNext ? rows.batch().getRowCount() : 0;
                control.readership().hasRows(returned);
            }
            if (rowsMax > 0 && returned > rowsMax) {
                QueryException tooMany = Refusal.tooManyRows(rowsMax);
                control.stop(tooMany);
                throw tooMany;
            }
            return hasNext;
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
