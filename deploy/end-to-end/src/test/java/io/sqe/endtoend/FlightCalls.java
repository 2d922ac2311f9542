package io.sqe.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.FlightCallHeaders;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.HeaderCallOption;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.flight.sql.FlightSqlClient;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.util.AutoCloseables;
import org.apache.arrow.vector.VectorSchemaRoot;

/** A session of a Flight SQL client. */
record FlightCalls(RootAllocator allocator, FlightClient flight, FlightSqlClient sql, CallOption login)
        implements AutoCloseable {

    static FlightCalls to(ServerProgram server) {
        return as("ann", server);
    }

    /** The same of another user. */
    static FlightCalls as(String user, ServerProgram server) {
        return as(user, server.flightPort());
    }

    /** The same by way of a port of somebody in between. */
    static FlightCalls as(String user, int port) {
        var allocator = new RootAllocator();
        FlightClient flight = FlightClient.builder(allocator, Location.forGrpcInsecure("127.0.0.1", port))
                .build();
        return new FlightCalls(
                allocator,
                flight,
                new FlightSqlClient(flight),
                flight.authenticateBasicToken(user, "x").orElseThrow());
    }

    /** The same with a token that somebody else has issued. */
    static FlightCalls to(ServerProgram server, String token) {
        var allocator = new RootAllocator();
        FlightClient flight = FlightClient.builder(
                        allocator, Location.forGrpcInsecure("127.0.0.1", server.flightPort()))
                .build();
        CallHeaders headers = new FlightCallHeaders();
        headers.insert("authorization", "Bearer " + token);
        return new FlightCalls(allocator, flight, new FlightSqlClient(flight), new HeaderCallOption(headers));
    }

    /** The first value of a query's rows. */
    String value(String query) {
        return first(sql.execute(query, login));
    }

    /** The first value of a result's rows. */
    String first(FlightInfo result) {
        Ticket ticket = result.getEndpoints().getFirst().getTicket();
        FlightStream stream = sql.getStream(ticket, login);
        try {
            while (stream.next()) {
                if (stream.getRoot().getRowCount() > 0) {
                    return String.valueOf(stream.getRoot().getVector(0).getObject(0));
                }
            }
            return "nothing";
        } finally {
            close(stream);
        }
    }

    /** The rows of a query as text, columns separated by {@code |}. */
    List<String> rows(String query) {
        return rows(sql.execute(query, login));
    }

    /** The rows of a result. */
    List<String> rows(FlightInfo result) {
        Ticket ticket = result.getEndpoints().getFirst().getTicket();
        FlightStream stream = sql.getStream(ticket, login);
        List<String> rows = new ArrayList<>();
        try {
            while (stream.next()) {
                VectorSchemaRoot batch = stream.getRoot();
                for (int row = 0; row < batch.getRowCount(); row++) {
                    rows.add(text(batch, row));
                }
            }
        } finally {
            close(stream);
        }
        return rows;
    }

    private static String text(VectorSchemaRoot batch, int row) {
        return batch.getFieldVectors().stream()
                .map(vector -> String.valueOf(vector.getObject(row)))
                .collect(Collectors.joining("|"));
    }

    static void close(FlightStream stream) {
        try {
            AutoCloseables.closeNoChecked(stream);
        } catch (RuntimeException _) {
            // How the call ended was told to the reader.
        }
    }

    /** The status and the code in the trailers that a query ends with; its first value if it does not fail. */
    String outcome(String query) {
        try {
            return value(query);
        } catch (FlightRuntimeException failure) {
            return failure.status().code() + " " + failure.status().metadata().get("x-sqe-error-code");
        }
    }

    @Override
    public void close() {
        AutoCloseables.closeNoChecked(sql);
        allocator.close();
    }
}
