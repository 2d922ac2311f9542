package io.sqe.gateway.flight;

import com.google.protobuf.Message;
import io.sqe.gateway.flight.call.CallAuthentication;
import io.sqe.gateway.flight.call.Caller;
import io.sqe.gateway.flight.compression.Compression;
import io.sqe.gateway.flight.failure.WireFailure;
import io.sqe.gateway.flight.limit.FlightLimits;
import io.sqe.gateway.flight.metadata.Metadata;
import io.sqe.gateway.flight.statement.Handle;
import io.sqe.gateway.flight.stream.BatchSender;
import io.sqe.gateway.flight.stream.ClientWaits;
import io.sqe.gateway.flight.stream.EngineThreads;
import io.sqe.gateway.flight.stream.OutgoingRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.ActionType;
import org.apache.arrow.flight.Criteria;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightEndpoint;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightProducer;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.PollInfo;
import org.apache.arrow.flight.PutResult;
import org.apache.arrow.flight.Result;
import org.apache.arrow.flight.SchemaResult;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.flight.sql.impl.FlightSql;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.types.pojo.Schema;

/** Takes every call to the room that answers it. */
final class FlightSqlService implements FlightProducer {
    private final QueryCalls queries;
    private final UpdateCalls updates;
    private final ActionCalls actions;
    private final Metadata metadata;
    private final EngineThreads threads;
    private final BufferAllocator allocator;
    private final FlightLimits limits;
    private final ClientWaits waits;
    private final Compression compression;

    FlightSqlService(
            QueryCalls queries,
            UpdateCalls updates,
            ActionCalls actions,
            Metadata metadata,
            EngineThreads threads,
            BufferAllocator allocator,
            FlightLimits limits,
            ClientWaits waits,
            Compression compression) {
        this.compression = compression;
        this.waits = waits;
        this.queries = queries;
        this.updates = updates;
        this.actions = actions;
        this.metadata = metadata;
        this.threads = threads;
        this.allocator = allocator;
        this.limits = limits;
    }

    @Override
    public FlightInfo getFlightInfo(CallContext context, FlightDescriptor descriptor) {
        return toWire(() -> {
            Message command = command(descriptor);
            return metadata.schema(command)
                    .map(schema -> info(schema, descriptor))
                    .orElseGet(() -> queries.info(command, caller(context), descriptor));
        });
    }

    /** A metadata command is its own ticket. */
    private static FlightInfo info(Schema schema, FlightDescriptor descriptor) {
        FlightEndpoint endpoint =
                FlightEndpoint.builder(new Ticket(descriptor.getCommand())).build();
        return FlightInfo.builder(schema, descriptor, List.of(endpoint)).build();
    }

    @Override
    public PollInfo pollFlightInfo(CallContext context, FlightDescriptor descriptor) {
        return toWire(() -> {
            Message command = command(descriptor);
            return metadata.schema(command)
                    .map(schema -> new PollInfo(info(schema, descriptor), null, 1.0, null))
                    .orElseGet(() -> queries.poll(command, caller(context), descriptor));
        });
    }

    @Override
    public SchemaResult getSchema(CallContext context, FlightDescriptor descriptor) {
        return toWire(() -> {
            Message command = command(descriptor);
            return new SchemaResult(metadata.schema(command).orElseGet(() -> queries.schema(command, caller(context))));
        });
    }

    @Override
    public void getStream(CallContext context, Ticket ticket, ServerStreamListener listener) {
        try {
            CallAuthentication call = CallAuthentication.of(context);
            Caller caller = call.caller();
            switch (Commands.parse(ticket.getBytes())) {
                case FlightSql.TicketStatementQuery query ->
                    send(queries.take(Handle.parse(query.getStatementHandle()), caller), listener, codec(call));
                case FlightSql.CommandGetSqlInfo wanted ->
                    threads.stream(() -> metadata.facts().send(wanted.getInfoList(), listener));
                case Message command ->
                    send(metadata.rows(command, caller).orElseThrow(Commands::malformed), listener, Optional.empty());
            }
        } catch (RuntimeException failure) {
            listener.error(WireFailure.of(failure));
        }
    }

    private Optional<CompressionCodec> codec(CallAuthentication call) {
        return call.readsCompressed() ? compression.codec() : Optional.empty();
    }

    private void send(OutgoingRows rows, ServerStreamListener listener, Optional<CompressionCodec> codec) {
        try {
            threads.stream(new BatchSender(
                    rows,
                    listener,
                    allocator,
                    limits.messages().batchBytes(),
                    limits.work().stalledReaderMax(),
                    codec));
        } catch (RuntimeException refused) {
            rows.close();
            throw refused;
        }
    }

    @Override
    public Runnable acceptPut(CallContext context, FlightStream sent, StreamListener<PutResult> acknowledged) {
        return () -> {
            try {
                updates.accept(
                        Commands.parse(waits.await(sent::getDescriptor).getCommand()),
                        caller(context),
                        sent,
                        acknowledged);
                acknowledged.onCompleted();
            } catch (RuntimeException failure) {
                acknowledged.onError(WireFailure.of(failure));
            }
        };
    }

    @Override
    public void doAction(CallContext context, Action action, StreamListener<Result> listener) {
        try {
            actions.run(action, CallAuthentication.of(context)).ifPresent(listener::onNext);
            listener.onCompleted();
        } catch (RuntimeException failure) {
            listener.onError(WireFailure.of(failure));
        }
    }

    @Override
    public void listActions(CallContext context, StreamListener<ActionType> listener) {
        ActionCalls.OFFERED.forEach(listener::onNext);
        listener.onCompleted();
    }

    /** Nothing is there before it is asked for. */
    @Override
    public void listFlights(CallContext context, Criteria criteria, StreamListener<FlightInfo> listener) {
        listener.onCompleted();
    }

    private static Message command(FlightDescriptor descriptor) {
        if (!descriptor.isCommand()) {
            throw Commands.malformed();
        }
        return Commands.parse(descriptor.getCommand());
    }

    private static Caller caller(CallContext context) {
        return CallAuthentication.of(context).caller();
    }

    private static <T> T toWire(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            throw WireFailure.of(failure);
        }
    }
}
