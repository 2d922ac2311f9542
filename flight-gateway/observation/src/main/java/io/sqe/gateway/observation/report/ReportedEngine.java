package io.sqe.gateway.observation.report;

import io.sqe.executor.ArrowStream;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.ForwardingEngine;
import io.sqe.gateway.query.ForwardingQuery;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** An engine of whose queries it is remembered why they failed and how they were planned. */
public final class ReportedEngine extends ForwardingEngine {
    private final QueryEngine engine;
    private final QueryReports reports;

    /** @param engine closed with this one */
    public ReportedEngine(QueryEngine engine, QueryReports reports) {
        super(engine);
        this.engine = engine;
        this.reports = reports;
    }

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        ReportWatch watch = new ReportWatch(options.id(), reports);
        try {
            Query query = engine.start(input, session, options.watchedBy(control -> {
                watch.accepted(control);
                options.onAccepted().accept(control);
            }));
            watch.started(query.timings());
            return new ReportedQuery(query, watch);
        } catch (QueryException failure) {
            watch.failed(failure);
            throw failure;
        }
    }

    /** A query that tells its watch what becomes of it. */
    private static final class ReportedQuery extends ForwardingQuery {
        private final ArrowStream rows;
        private final ReportWatch watch;

        ReportedQuery(Query query, ReportWatch watch) {
            super(query);
            this.rows = new ReportedRows(query.rows(), watch);
            this.watch = watch;
        }

        @Override
        public ArrowStream rows() {
            return rows;
        }

        @Override
        public void close() {
            super.close();
            watch.ended();
        }
    }

    /** Its rows, of which the last tells that it has ended. */
    private record ReportedRows(ArrowStream rows, ReportWatch watch) implements ArrowStream {

        @Override
        public Schema schema() {
            return rows.schema();
        }

        @Override
        public boolean loadNext() {
            try {
                boolean hasNext = rows.loadNext();
                if (!hasNext) {
                    watch.ended();
                }
                return hasNext;
            } catch (QueryException failure) {
                watch.failed(failure);
                throw failure;
            }
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
