package io.sqe.gateway.flight.testing;

import io.sqe.gateway.tls.testing.TestCertificate;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.flight.grpc.CredentialCallOption;
import org.apache.arrow.flight.sql.FlightSqlClient;
import org.apache.arrow.flight.sql.FlightSqlClient.PreparedStatement;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** A client that is logged in: Arrow's own. */
public final class Connected implements AutoCloseable {
    private final RootAllocator allocator = new RootAllocator();
    private final FlightClient flight;
    private final FlightSqlClient sql;
    private final CredentialCallOption login;

    private Connected(String user, Function<BufferAllocator, FlightClient> opened) {
        this.flight = opened.apply(allocator);
        this.sql = new FlightSqlClient(flight);
        this.login = flight.authenticateBasicToken(user, TwoUsers.PASSWORD).orElseThrow();
    }

    public static Connected to(LiveServer server, String user) {
        Location location = Location.forGrpcInsecure("127.0.0.1", server.port());
        return new Connected(
                user, allocator -> FlightClient.builder(allocator, location).build());
    }

    /** By TLS, with a server that shows a certificate. */
    public static Connected sealed(LiveServer server, String user, TestCertificate shown)
            throws GeneralSecurityException {
        Location location = Location.forGrpcTls("localhost", server.port());
        byte[] certificate = shown.certificatePem().getBytes(StandardCharsets.US_ASCII);
        return new Connected(
                user,
                allocator -> FlightClient.builder(allocator, location)
                        .useTls()
                        .trustedCertificates(new ByteArrayInputStream(certificate))
                        .build());
    }

    public FlightSqlClient sql() {
        return sql;
    }

    public FlightClient flight() {
        return flight;
    }

    public CredentialCallOption login() {
        return login;
    }

    public BufferAllocator allocator() {
        return allocator;
    }

    /** Runs a query; its values as text, row by row. */
    public List<List<String>> rows(String query) {
        return fetch(sql.execute(query, login));
    }

    /** The rows of a result. */
    public List<List<String>> fetch(FlightInfo info) {
        return fetch(info.getEndpoints().getFirst().getTicket());
    }

    public List<List<String>> fetch(Ticket ticket) {
        List<List<String>> rows = new ArrayList<>();
        read(ticket, batch -> rows.addAll(rows(batch)));
        return rows;
    }

    /** A batch's values as text, row by row. */
    public static List<List<String>> rows(VectorSchemaRoot batch) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < batch.getRowCount(); row++) {
            rows.add(row(batch.getFieldVectors(), row));
        }
        return rows;
    }

    /** Reads a result to its end, batch by batch; answers its columns. */
    public Schema read(Ticket ticket, Consumer<VectorSchemaRoot> reader) {
        FlightStream stream = sql.getStream(ticket, login);
        try {
            Schema schema = stream.getSchema();
            while (stream.next()) {
                reader.accept(stream.getRoot());
            }
            return schema;
        } finally {
            closed(stream);
        }
    }

    /** Closes what may throw anything. */
    public static void closed(AutoCloseable resource) {
        try {
            resource.close();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> row(List<FieldVector> columns, int row) {
        List<String> values = new ArrayList<>();
        for (FieldVector column : columns) {
            values.add(String.valueOf(column.getObject(row)));
        }
        return values;
    }

    /** Prepares a statement, which is closed when it was used. */
    public void prepared(String statement, Consumer<PreparedStatement> use) {
        PreparedStatement prepared = sql.prepare(statement, login);
        try {
            use.accept(prepared);
        } finally {
            prepared.close(login);
        }
    }

    public long update(String statement) {
        return sql.executeUpdate(statement, login);
    }

    @Override
    public void close() {
        closed(sql);
        allocator.close();
    }
}
