package io.sqe.gateway.flight;

import com.google.protobuf.Message;
import io.sqe.gateway.flight.call.Caller;
import io.sqe.gateway.flight.statement.StatementStarter;
import org.apache.arrow.flight.FlightProducer.StreamListener;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.PutResult;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementSubstraitPlan;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementUpdate;
import org.apache.arrow.flight.sql.impl.FlightSql.DoPutUpdateResult;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/** Runs what changes something, and tells how many rows it changed. */
final class UpdateCalls {
    private final StatementStarter starter;
    private final BufferAllocator allocator;

    UpdateCalls(StatementStarter starter, BufferAllocator allocator) {
        this.starter = starter;
        this.allocator = allocator;
    }

    void accept(Message command, Caller caller, FlightStream sent, StreamListener<PutResult> acknowledged) {
        switch (command) {
            case CommandStatementUpdate update -> acknowledge(starter.runToEnd(update.getQuery(), caller), acknowledged);
            case CommandStatementSubstraitPlan _ -> throw Commands.notOffered("Substrait plans are");
            default -> throw Commands.malformed();
        }
    }

    private void acknowledge(long rows, StreamListener<PutResult> acknowledged) {
        byte[] result =
                DoPutUpdateResult.newBuilder().setRecordCount(rows).build().toByteArray();
        try (ArrowBuf bytes = allocator.buffer(result.length)) {
            bytes.writeBytes(result);
            acknowledged.onNext(PutResult.metadata(bytes));
        }
    }
}
