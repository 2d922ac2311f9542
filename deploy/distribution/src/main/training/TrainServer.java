import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.sql.FlightSqlClient;
import org.apache.arrow.flight.sql.FlightSqlClient.PreparedStatement;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Runs a server for a while, so that the AOT caches of it and of its engine's process know their classes, and which methods get hot: a
 * server that starts compiles those at once, instead of half a minute later. Needs the program's libraries on its class path.
 */
final class TrainServer {
    private static final Pattern NEXT_URI = Pattern.compile("\"nextUri\":\"([^\"]+)\"");
    private static final int PATIENCE_SECONDS = 300;
    private static final int POLL_MILLIS = 100;
    private static final List<String> DEFINITIONS = List.of(
            "CREATE SCHEMA lake.training",
            "CREATE TABLE lake.training.trained AS SELECT x, x % 7 AS seventh FROM UNNEST(sequence(1, 1000)) s(x)");

    private static final List<String> QUERIES = List.of(
            "SELECT 1",
            "SELECT seventh, count(*) AS n, sum(x) FROM lake.training.trained WHERE x > 10 GROUP BY seventh ORDER BY n DESC",
            "SELECT * FROM lake.training.trained LIMIT 5",
            "SHOW TABLES FROM lake.training");

    private static final String LOOKUP = "SELECT * FROM lake.training.trained WHERE x = ?";
    /** Enough for the methods of a query's way to be compiled with their profiles. */
    private static final int LOOKUPS = 3_000;

    private TrainServer() {}

    /** Arguments: the program's folder, and a folder for the server's files. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]);
        Path work = Files.createDirectories(Path.of(arguments[1]).resolve("training-server"));
        int trino = freePort();
        int metrics = freePort();
        int flight = freePort();
        Path log = work.resolve("server.log");
        var builder = new ProcessBuilder(root.resolve("bin/sqe").toString(), "server")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of(
                "SQE_JAVA_OPTS",
                "-XX:AOTCacheOutput=%s/lib/sqe-server.aot -Dsqe.engine.aot-output=%s/lib/sqe-engine.aot".formatted(root, root),
                "SQE_COORDINATOR__FLIGHT_SQL_PORT", String.valueOf(flight),
                "SQE_COORDINATOR__TRINO_HTTP_PORT", String.valueOf(trino),
                "SQE_METRICS__PROMETHEUS_PORT", String.valueOf(metrics),
                "SQE_QUERY_CACHE__ENABLED", "false",
                "SQE_COORDINATOR__SPILL_DIR", work.resolve("spill").toString(),
                "SQE_SPOOLING__DIRECTORY", work.resolve("spool").toString(),
                "SQE_SESSION__SECRETS_PATH", work.resolve("keys").toString(),
                "SQE_CATALOG__WAREHOUSE", work.resolve("warehouse").toString()));
        Process server = builder.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            awaitReady(client, metrics + 1, server, log);
            for (String definition : DEFINITIONS) {
                run(client, trino, definition);
            }
            for (String query : QUERIES) {
                run(client, trino, query);
            }
            askByFlight(flight);
            server.destroy();
            if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || server.exitValue() != 0) {
                throw new IllegalStateException("The server did not end well: " + Files.readString(log));
            }
        } finally {
            server.destroyForcibly();
        }
        for (String cache : List.of("sqe-server.aot", "sqe-engine.aot")) {
            if (!new File(root.toFile(), "lib/" + cache).isFile()) {
                throw new IllegalStateException("No " + cache + ": " + Files.readString(log));
            }
        }
    }

    private static void askByFlight(int port) {
        try (RootAllocator allocator = new RootAllocator();
                FlightClient connection = FlightClient.builder(allocator, Location.forGrpcInsecure("127.0.0.1", port))
                        .build();
                FlightSqlClient client = new FlightSqlClient(connection)) {
            CallOption login = connection.authenticateBasicToken("training", "").orElseThrow();
            for (String query : QUERIES) {
                drain(client, client.execute(query, login), login);
            }
            lookUp(client, allocator, login);
        } catch (Exception failure) {
            throw new IllegalStateException("Flight SQL", failure);
        }
    }

    private static void lookUp(FlightSqlClient client, RootAllocator allocator, CallOption login) throws Exception {
        Field key = Field.nullable("x", new ArrowType.Int(Long.SIZE, true));
        try (PreparedStatement prepared = client.prepare(LOOKUP, login);
                VectorSchemaRoot values = VectorSchemaRoot.create(new Schema(List.of(key)), allocator)) {
            for (int i = 0; i < LOOKUPS; i++) {
                ((BigIntVector) values.getVector(0)).setSafe(0, i % 1_000);
                values.setRowCount(1);
                prepared.setParameters(values);
                drain(client, prepared.execute(login), login);
            }
            prepared.close(login);
        }
    }

    private static void drain(FlightSqlClient client, FlightInfo info, CallOption login) throws Exception {
        try (FlightStream rows = client.getStream(info.getEndpoints().getFirst().getTicket(), login)) {
            while (rows.next()) {
                // Rows do not matter, ways through the code do.
            }
        }
    }

    private static void awaitReady(HttpClient client, int health, Process server, Path log)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isReady(client, health)) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The server is not ready: " + Files.readString(log));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean isReady(HttpClient client, int health) throws InterruptedException {
        try {
            var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + health + "/readyz"));
            return client.send(asked.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    private static void run(HttpClient client, int port, String sql) throws IOException, InterruptedException {
        var first = request("http://127.0.0.1:" + port + "/v1/statement").POST(HttpRequest.BodyPublishers.ofString(sql));
        String page = client.send(first.build(), BodyHandlers.ofString()).body();
        Matcher next = NEXT_URI.matcher(page);
        while (next.find()) {
            page = client.send(request(next.group(1)).build(), BodyHandlers.ofString()).body();
            next = NEXT_URI.matcher(page);
        }
        if (!page.contains("FINISHED")) {
            throw new IllegalStateException(sql + ": " + page);
        }
    }

    private static HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).header("X-Trino-User", "training");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
