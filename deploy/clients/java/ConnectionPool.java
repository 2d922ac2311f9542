import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A connection pool as tools for reports have one, over both JDBC drivers: validation, leaks, connections that grow old. */
public final class ConnectionPool {
    private static final int CONNECTIONS = 5;

    /** HikariCP takes no shorter life of a connection than this. */
    private static final long SHORTEST_LIFETIME_MS = 30_000;

    private static final long SHORTEST_LEAK_THRESHOLD_MS = 2_000;

    public static void main(String... arguments) {
        Checks checks = new Checks();
        for (String url : List.of(TestServer.flightUrl(), TestServer.trinoUrl())) {
            String driver = url.startsWith("jdbc:trino") ? "trino-jdbc" : "flight-sql-jdbc";
            checks.check(driver + ": 20 threads share 5 connections", () -> shared(url));
            checks.check(driver + ": a pool that is used up says so", () -> exhausted(url));
            checks.check(driver + ": an error does not spoil the connection", () -> errorsDoNotSpoil(url));
            checks.check(driver + ": a connection that is not given back is noticed", () -> leak(url));
            checks.check(driver + ": connections are replaced when they are old", () -> replaced(url));
        }
        checks.end();
    }

    private static HikariConfig config(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("ada");
        config.setPassword(TestServer.PASSWORD);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(20_000);
        config.setValidationTimeout(5_000);
        // Flight's driver answers isValid by asking nobody, so a pool is told what to ask.
        config.setConnectionTestQuery("SELECT 1");
        return config;
    }

    private static void shared(String url) throws Exception {
        try (HikariDataSource pool = new HikariDataSource(config(url));
                ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Callable<List<String>>> questions = new ArrayList<>();
            for (int question = 0; question < 200; question++) {
                long number = question;
                questions.add(() -> ask(pool, number));
            }
            int next = 0;
            for (Future<List<String>> answer : threads.invokeAll(questions)) {
                Checks.equal(List.of(String.valueOf(next + 1)), answer.get());
                next++;
            }
            Checks.holds("more connections than allowed", pool.getHikariPoolMXBean().getTotalConnections() <= CONNECTIONS);
        }
    }

    private static List<String> ask(HikariDataSource pool, long number) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT CAST(? AS bigint) + 1")) {
            query.setLong(1, number);
            return Checks.rows(query.executeQuery());
        }
    }

    private static void exhausted(String url) throws SQLException {
        HikariConfig config = config(url);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(500);
        config.setInitializationFailTimeout(20_000);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection held = pool.getConnection()) {
            Checks.holds("closed", !held.isClosed());
            try {
                pool.getConnection().close();
                throw new AssertionError("a second connection");
            } catch (SQLTransientConnectionException usedUp) {
                Checks.holds(usedUp.getMessage(), usedUp.getMessage().contains("not available"));
            }
        }
    }

    private static void errorsDoNotSpoil(String url) throws Exception {
        HikariConfig config = config(url);
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                Checks.refused("nothing", () -> statement.executeQuery("SELECT nothing"));
            }
            Checks.equal(List.of("8"), ask(pool, 7));
        }
    }

    private static void leak(String url) throws SQLException, InterruptedException {
        HikariConfig config = config(url);
        config.setLeakDetectionThreshold(SHORTEST_LEAK_THRESHOLD_MS);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Connection kept = pool.getConnection();
            Thread.sleep(SHORTEST_LEAK_THRESHOLD_MS + 500);
            Checks.equal(1, pool.getHikariPoolMXBean().getActiveConnections());
            kept.close();
            Checks.equal(0, pool.getHikariPoolMXBean().getActiveConnections());
        }
    }

    private static void replaced(String url) throws SQLException, InterruptedException {
        HikariConfig config = config(url);
        config.setMaximumPoolSize(2);
        config.setMaxLifetime(SHORTEST_LIFETIME_MS);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Checks.equal(List.of("1"), ask(pool, 0));
            HikariPoolMXBean state = pool.getHikariPoolMXBean();
            // Softly evicted is what a connection is whose life has ended: it goes when nobody uses it.
            state.softEvictConnections();
            Checks.equal(List.of("2"), ask(pool, 1));
            Checks.holds("none left", state.getTotalConnections() >= 1);
        }
    }
}
