package io.sqe.gateway.flight;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.sqe.gateway.flight.call.Caller;
import io.sqe.gateway.flight.statement.BoundValues;
import io.sqe.gateway.flight.statement.Handle;
import io.sqe.gateway.flight.statement.PreparedStatement;
import io.sqe.gateway.flight.statement.StatementRuns;
import io.sqe.gateway.flight.statement.StatementText;
import io.sqe.gateway.flight.stream.ClientWaits;
import io.sqe.gateway.flight.stream.SentBatches;
import io.sqe.gateway.query.Ingestion;
import io.sqe.gateway.query.SqlText;
import io.sqe.planner.parameter.Parameters;
import io.sqe.planner.parameter.WriteTarget;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.flight.FlightProducer.StreamListener;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.PutResult;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandPreparedStatementQuery;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandPreparedStatementUpdate;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementIngest;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementSubstraitPlan;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementUpdate;
import org.apache.arrow.flight.sql.impl.FlightSql.DoPutPreparedStatementResult;
import org.apache.arrow.flight.sql.impl.FlightSql.DoPutUpdateResult;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/** Takes what clients send: statements that change something, and values for placeholders. */
final class UpdateCalls {
    private final StatementRuns runs;
    private final BufferAllocator allocator;
    private final ClientWaits waits;

    UpdateCalls(StatementRuns runs, BufferAllocator allocator, ClientWaits waits) {
        this.waits = waits;
        this.runs = runs;
        this.allocator = allocator;
    }

    void accept(Message command, Caller caller, FlightStream sent, StreamListener<PutResult> acknowledged) {
        switch (command) {
            case CommandStatementUpdate update -> {
                StatementText text = runs.text(new SqlText(update.getQuery()), update.getTransactionId(), caller);
                acknowledge(rowCount(runs.update(text, caller)), acknowledged);
            }
            case CommandPreparedStatementUpdate update -> {
                Handle handle = Handle.parse(update.getPreparedStatementHandle());
                acknowledge(rowCount(update(runs.prepared(handle, caller), caller, sent)), acknowledged);
            }
            case CommandPreparedStatementQuery query -> {
                Handle handle = Handle.parse(query.getPreparedStatementHandle());
                bind(runs.prepared().find(handle, caller.name()), sent);
                DoPutPreparedStatementResult same = DoPutPreparedStatementResult.newBuilder()
                        .setPreparedStatementHandle(handle.bytes())
                        .build();
                acknowledge(same.toByteString(), acknowledged);
            }
            case CommandStatementIngest ingest -> acknowledge(rowCount(ingest(ingest, caller, sent)), acknowledged);
            case CommandStatementSubstraitPlan _ -> throw Commands.notOffered("Updates by Substrait plans are");
            default -> throw Commands.malformed();
        }
    }

    private long ingest(CommandStatementIngest command, Caller caller, FlightStream sent) {
        WriteTarget target = IngestTargets.of(command);
        Optional<Handle> transaction = runs.transactions().named(command.getTransactionId(), caller.name());
        try (SentBatches rows = SentBatches.open(sent, waits)) {
            return runs.ingest(new Ingestion(target, rows), transaction, caller);
        }
    }

    /** Runs the statement once for each row of values as they come in, or once if there are none. */
    private long update(StatementText text, Caller caller, FlightStream sent) {
        AtomicBoolean hasValues = new AtomicBoolean();
        AtomicLong rows = new AtomicLong();
        BoundRows.each(sent, waits, batch -> {
            for (Parameters values : BoundValues.read(batch)) {
                hasValues.set(true);
                rows.addAndGet(runs.update(text.with(values), caller));
            }
        });
        return hasValues.get() ? rows.get() : runs.update(text, caller);
    }

    private void bind(PreparedStatement statement, FlightStream sent) {
        BoundRows bound = BoundRows.read(sent, waits, runs.prepared().bytesMax());
        runs.prepared().bind(statement, bound.rows(), bound.bytes());
    }

    private static ByteString rowCount(long rows) {
        return DoPutUpdateResult.newBuilder().setRecordCount(rows).build().toByteString();
    }

    private void acknowledge(ByteString result, StreamListener<PutResult> acknowledged) {
        try (ArrowBuf bytes = allocator.buffer(result.size())) {
            bytes.writeBytes(result.toByteArray());
            acknowledged.onNext(PutResult.metadata(bytes));
        }
    }
}
