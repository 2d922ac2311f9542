import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Looks orders up by their key, over JDBC: the same program for every server, so that what differs is the server.
 *
 * <p>Usage: {@code java Lookups.java JDBC-URL TABLE ORDERS CLIENTS SECONDS WARM-UP-SECONDS}, with the driver on the class path. Each
 * client has a connection and a prepared statement of its own and asks again as soon as it has its row. Prints
 * {@code QUERIES SECONDS P50-MS P99-MS FAILED}.
 */
public final class Lookups {
    /** Of every 32 keys TPC-H uses the first 8. */
    private static final int KEYS_USED = 8;

    private static final int KEYS_IN_A_ROW = 32;

    private final String url;
    private final String sql;
    private final long orders;

    private Lookups(String url, String table, long orders) {
        this.url = url;
        this.sql = "SELECT * FROM " + table + " WHERE o_orderkey = ?";
        this.orders = orders;
    }

    /** The latencies of one client, and how many of its questions were not answered with one row. */
    private record Answers(long[] latencies, long failed) {}

    public static void main(String... arguments) throws InterruptedException, ExecutionException {
        Lookups lookups = new Lookups(arguments[0], arguments[1], Long.parseLong(arguments[2]));
        int clients = Integer.parseInt(arguments[3]);
        lookups.run(0, clients, Duration.ofSeconds(Long.parseLong(arguments[5])));
        long begun = System.nanoTime();
        List<Answers> answers = lookups.run(clients, clients, Duration.ofSeconds(Long.parseLong(arguments[4])));
        report(answers, (System.nanoTime() - begun) / 1e9);
        System.exit(0); // drivers leave threads behind
    }

    /** @param firstSeed of the clients' keys; another for each run, or the second would ask what the first did */
    private List<Answers> run(int firstSeed, int clients, Duration time) throws InterruptedException, ExecutionException {
        List<Callable<Answers>> tasks = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int number = client;
            tasks.add(() -> ask(number, firstSeed + number, System.nanoTime() + time.toNanos()));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Answers> answers = new ArrayList<>();
            for (Future<Answers> each : threads.invokeAll(tasks)) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private Answers ask(int client, int seed, long deadline) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        LongStream.Builder latencies = LongStream.builder();
        long failed = 0;
        // A user each, so that no server counts them as one.
        try (Connection connection = DriverManager.getConnection(url, "client" + client, null);
                PreparedStatement lookup = connection.prepareStatement(sql)) {
            long now = System.nanoTime();
            while (now < deadline) {
                failed += isAnswered(lookup, key(random)) ? 0 : 1;
                long then = now;
                now = System.nanoTime();
                latencies.add(now - then);
            }
        }
        return new Answers(latencies.build().toArray(), failed);
    }

    private long key(SplittableRandom random) {
        long order = 1 + random.nextLong(orders);
        return order / KEYS_USED * KEYS_IN_A_ROW + order % KEYS_USED;
    }

    private static boolean isAnswered(PreparedStatement lookup, long key) {
        try {
            lookup.setLong(1, key);
            try (ResultSet row = lookup.executeQuery()) {
                return row.next() && row.getLong(1) == key && !row.next();
            }
        } catch (SQLException failure) {
            System.err.println(failure.getMessage());
            return false;
        }
    }

    private static void report(List<Answers> answers, double seconds) {
        long[] sorted = answers.stream()
                .flatMapToLong(each -> LongStream.of(each.latencies()))
                .sorted()
                .toArray();
        long failed = answers.stream().mapToLong(Answers::failed).sum();
        double p50 = sorted[sorted.length / 2] / 1e6;
        double p99 = sorted[(int) (sorted.length * 0.99)] / 1e6;
        System.out.printf("%d %.3f %.4f %.4f %d%n", sorted.length, seconds, p50, p99, failed);
    }
}
