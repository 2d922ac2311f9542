import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.adbc.core.AdbcConnection;
import org.apache.arrow.adbc.core.AdbcDatabase;
import org.apache.arrow.adbc.core.AdbcDriver;
import org.apache.arrow.adbc.core.AdbcException;
import org.apache.arrow.adbc.core.AdbcStatement;
import org.apache.arrow.adbc.driver.flightsql.FlightSqlConnectionProperties;
import org.apache.arrow.adbc.driver.flightsql.FlightSqlDriver;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;

/** ADBC for Java over Flight SQL. */
public final class AdbcJava {

    public static void main(String... arguments) throws Exception {
        Checks checks = new Checks();
        try (BufferAllocator allocator = new RootAllocator();
                AdbcDatabase database = new FlightSqlDriver(allocator).open(options(TestServer.PASSWORD));
                AdbcConnection connection = database.connect()) {
            checks.check("rows", () -> Checks.equal(List.of("1", "two"), query(connection, "SELECT 1, 'two'")));
            checks.check("updates", () -> update(connection));
            checks.check("what is prepared is run without credentials", () -> prepared(connection));
            checks.check("a large result", () -> largeResult(connection));
            checks.check("an error has its status", () -> errors(connection));
            checks.check("objects", () -> objects(connection));
        }
        checks.check("a wrong password is refused", AdbcJava::wrongPassword);
        checks.end();
    }

    private static Map<String, Object> options(String password) throws Exception {
        Map<String, Object> options = new HashMap<>();
        int port = Integer.parseInt(TestServer.variable("SQE_FLIGHT_PORT"));
        AdbcDriver.PARAM_URI.set(options, Location.forGrpcTls("localhost", port).getUri().toString());
        AdbcDriver.PARAM_USERNAME.set(options, "ada");
        AdbcDriver.PARAM_PASSWORD.set(options, password);
        FlightSqlConnectionProperties.TLS_ROOT_CERTS.set(
                options, new FileInputStream(TestServer.variable("SQE_CERTIFICATE")));
        return options;
    }

    private static void update(AdbcConnection connection) throws Exception {
        try (AdbcStatement statement = connection.createStatement()) {
            statement.setSqlQuery("CREATE TABLE adbc_java (id BIGINT, name VARCHAR)");
            statement.executeUpdate();
            statement.setSqlQuery("INSERT INTO adbc_java VALUES (1, 'one'), (2, 'two')");
            Checks.equal(2L, statement.executeUpdate().getAffectedRows());
        }
        Checks.equal(List.of("1", "one", "2", "two"), query(connection, "SELECT * FROM adbc_java ORDER BY id"));
    }

    /**
     * The driver (0.20.0) shows its token when it prepares and not when it runs what it has prepared, so that no server can know who
     * asks; this check fails when a later version has mended it.
     */
    private static void prepared(AdbcConnection connection) throws Exception {
        try (AdbcStatement statement = connection.createStatement()) {
            statement.setSqlQuery("SELECT 1");
            statement.prepare();
            statement.executeQuery().close();
            throw new AssertionError("mended: test parameters here");
        } catch (AdbcException refusal) {
            Checks.equal("UNAUTHENTICATED", refusal.getStatus().name());
        } catch (FlightRuntimeException refusal) {
            Checks.equal("UNAUTHENTICATED", refusal.status().code().name());
        }
    }

    private static void largeResult(AdbcConnection connection) throws Exception {
        try (AdbcStatement statement = connection.createStatement()) {
            statement.setSqlQuery("SELECT x FROM UNNEST(SEQUENCE(1, 500000)) AS t(x)");
            long rows = 0;
            try (AdbcStatement.QueryResult result = statement.executeQuery()) {
                while (result.getReader().loadNextBatch()) {
                    rows += result.getReader().getVectorSchemaRoot().getRowCount();
                }
            }
            Checks.equal(500_000L, rows);
        }
    }

    private static void errors(AdbcConnection connection) throws Exception {
        try {
            query(connection, "SELECT nope FROM adbc_java");
            throw new AssertionError("not refused");
        } catch (AdbcException refusal) {
            Checks.holds(refusal.toString(), String.valueOf(refusal.getMessage()).contains("nope"));
        }
    }

    private static void objects(AdbcConnection connection) throws Exception {
        try (ArrowReader reader = connection.getObjects(
                AdbcConnection.GetObjectsDepth.ALL, "lake", "main", "adbc_java", null, null)) {
            List<String> rows = read(reader);
            Checks.holds(rows.toString(), rows.toString().contains("adbc_java"));
        }
    }

    private static void wrongPassword() throws Exception {
        try (BufferAllocator allocator = new RootAllocator()) {
            try (AdbcDatabase database = new FlightSqlDriver(allocator).open(options("guess"));
                    AdbcConnection connection = database.connect()) {
                query(connection, "SELECT 1");
            } catch (AdbcException refusal) {
                Checks.equal("UNAUTHENTICATED", refusal.getStatus().name());
                return;
            }
        }
        throw new AssertionError("not refused");
    }

    private static List<String> query(AdbcConnection connection, String sql) throws Exception {
        try (AdbcStatement statement = connection.createStatement()) {
            statement.setSqlQuery(sql);
            try (AdbcStatement.QueryResult result = statement.executeQuery()) {
                return read(result.getReader());
            }
        }
    }

    /** Every value as text, row by row. */
    private static List<String> read(ArrowReader reader) throws Exception {
        List<String> values = new ArrayList<>();
        try (reader) {
            while (reader.loadNextBatch()) {
                VectorSchemaRoot batch = reader.getVectorSchemaRoot();
                for (int row = 0; row < batch.getRowCount(); row++) {
                    int number = row;
                    batch.getFieldVectors().forEach(column -> values.add(String.valueOf(column.getObject(number))));
                }
            }
        }
        return values;
    }
}
