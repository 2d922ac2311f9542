package io.sqe.gateway.observation.report;

import io.sqe.executor.ArrowStream;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.PlanNode;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryTimings;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.Vocabulary;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** An engine of whose queries it is remembered why they failed and how they were planned. */
public final class ReportedEngine implements QueryEngine {
    private final QueryEngine engine;
    private final QueryReports reports;

    /** @param engine closed with this one */
    public ReportedEngine(QueryEngine engine, QueryReports reports) {
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
            return new ReportedQuery(query, new ReportedRows(query.rows(), watch), watch);
        } catch (QueryException failure) {
            watch.failed(failure);
            throw failure;
        }
    }

    @Override
    public StatementDescription describe(String sql, Session session) {
        return engine.describe(sql, session);
    }

    @Override
    public Vocabulary vocabulary(Session session) {
        return engine.vocabulary(session);
    }

    @Override
    public void close() {
        engine.close();
    }

    /** A query that tells its watch what becomes of it. */
    private record ReportedQuery(Query query, ArrowStream rows, ReportWatch watch) implements Query {

        @Override
        public QueryId id() {
            return query.id();
        }

        @Override
        public QueryProgress progress() {
            return query.progress();
        }

        @Override
        public void cancel() {
            query.cancel();
        }

        @Override
        public Optional<String> resourceGroup() {
            return query.resourceGroup();
        }

        @Override
        public Optional<PlanNode> plan() {
            return query.plan();
        }

        @Override
        public boolean isCached() {
            return query.isCached();
        }

        @Override
        public StatementKind kind() {
            return query.kind();
        }

        @Override
        public OptionalLong rowsWritten() {
            return query.rowsWritten();
        }

        @Override
        public QueryTimings timings() {
            return query.timings();
        }

        @Override
        public void close() {
            query.close();
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
