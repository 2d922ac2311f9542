package io.sqe.endtoend.observed;

import java.util.Map;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.FlightCallHeaders;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.HeaderCallOption;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.grpc.CredentialCallOption;
import org.apache.arrow.flight.sql.FlightSqlClient;
import org.apache.arrow.memory.RootAllocator;

/** A client of Flight SQL that has logged in as {@code ann}. */
final class FlightCaller implements AutoCloseable {
    private final RootAllocator allocator;
    private final FlightClient client;
    private final FlightSqlClient sql;
    private final CredentialCallOption login;

    private FlightCaller(RootAllocator allocator, FlightClient client, CredentialCallOption login) {
        this.allocator = allocator;
        this.client = client;
        this.sql = new FlightSqlClient(client);
        this.login = login;
    }

    static FlightCaller connect(int port, String password) {
        RootAllocator allocator = new RootAllocator();
        FlightClient client = FlightClient.builder(allocator, Location.forGrpcInsecure("127.0.0.1", port))
                .build();
        try {
            return new FlightCaller(
                    allocator,
                    client,
                    client.authenticateBasicToken("ann", password).orElseThrow());
        } catch (FlightRuntimeException refused) {
            closeAll(client, allocator);
            throw refused;
        }
    }

    private static void closeAll(FlightClient client, RootAllocator allocator) {
        try (allocator) {
            client.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a query to its end and says how many rows it had. */
    long rows(String query, Map<String, String> headers) throws Exception {
        CallHeaders sent = new FlightCallHeaders();
        headers.forEach(sent::insert);
        CallOption[] options = {login, new HeaderCallOption(sent)};
        FlightInfo info = sql.execute(query, options);
        long rows = 0;
        FlightStream stream = sql.getStream(info.getEndpoints().getFirst().getTicket(), options);
        try {
            while (stream.next()) {
                rows += stream.getRoot().getRowCount();
            }
        } finally {
            stream.close();
        }
        return rows;
    }

    @Override
    public void close() {
        closeAll(client, allocator);
    }
}
