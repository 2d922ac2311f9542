import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.arrow.flight.BackpressureStrategy;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.NoOpFlightProducer;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A Flight server that does nothing but send batches from memory: the fastest that one stream of Arrow Flight can be here.
 *
 * <p>Usage: {@code java -cp 'lib/*' BareFlight.java SOURCE-PORT DESCRIPTOR-AS-HEX PORT}. Takes its batches, once, from the server at
 * the source port, says {@code ready}, and ends when standard input does.
 */
public final class BareFlight extends NoOpFlightProducer {
    private static final long CLIENT_TIMEOUT_MS = 60_000;

    private final BufferAllocator allocator;
    private final Schema schema;
    private final List<ArrowRecordBatch> batches;

    private BareFlight(BufferAllocator allocator, Schema schema, List<ArrowRecordBatch> batches) {
        this.allocator = allocator;
        this.schema = schema;
        this.batches = batches;
    }

    public static void main(String... arguments) throws Exception {
        Location source = Location.forGrpcInsecure("127.0.0.1", Integer.parseInt(arguments[0]));
        Location here = Location.forGrpcInsecure("127.0.0.1", Integer.parseInt(arguments[2]));
        // The client stays open: what it has received is its own.
        try (RootAllocator allocator = new RootAllocator();
                FlightClient client = FlightClient.builder(allocator, source).build()) {
            BareFlight producer = copyOf(client, HexFormat.of().parseHex(arguments[1]), allocator);
            try (FlightServer server =
                    FlightServer.builder(allocator, here, producer).build().start()) {
                System.out.println("ready " + server.getPort());
                awaitEndOfInput();
            } finally {
                producer.batches.forEach(ArrowRecordBatch::close);
            }
        }
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Whoever started this says nothing; it closes the stream when it is done.
        }
    }

    private static BareFlight copyOf(FlightClient client, byte[] descriptor, BufferAllocator allocator) throws Exception {
        List<ArrowRecordBatch> batches = new ArrayList<>();
        CallOption login = client.authenticateBasicToken("bench", "").orElseThrow();
        Ticket ticket = client.getInfo(FlightDescriptor.command(descriptor), login)
                .getEndpoints()
                .getFirst()
                .getTicket();
        try (FlightStream stream = client.getStream(ticket, login)) {
            while (stream.next()) {
                batches.add(new VectorUnloader(stream.getRoot()).getRecordBatch());
            }
            return new BareFlight(allocator, stream.getSchema(), List.copyOf(batches));
        }
    }

    /** Sends on a thread of its own: gRPC tells that the client has room on the one that this is called on. */
    @Override
    public void getStream(CallContext context, Ticket ticket, ServerStreamListener listener) {
        BackpressureStrategy reader = new BackpressureStrategy.CallbackBackpressureStrategy();
        reader.register(listener);
        Thread.startVirtualThread(() -> send(reader, listener));
    }

    private void send(BackpressureStrategy reader, ServerStreamListener listener) {
        try (VectorSchemaRoot root = VectorSchemaRoot.create(schema, allocator)) {
            VectorLoader loader = new VectorLoader(root);
            listener.setUseZeroCopy(true);
            listener.start(root);
            for (ArrowRecordBatch batch : batches) {
                if (reader.waitForListener(CLIENT_TIMEOUT_MS) != BackpressureStrategy.WaitResult.READY) {
                    return;
                }
                loader.load(batch);
                listener.putNext();
            }
            listener.completed();
        }
    }
}
