import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the server under test is, as test-clients.sh says in the environment, and who may log in. */
final class TestServer {
    static final String PASSWORD = "secret";

    /** The driver prefers the system's trust store to the one that it is given, unless told not to. */
    private static final String FLIGHT = "jdbc:arrow-flight-sql://localhost:%s?useEncryption=true&useSystemTrustStore=false"
            + "&trustStore=%s&trustStorePassword=changeit";

    private static final String TRINO = "jdbc:trino://localhost:%s/lake/main?SSL=true"
            + "&SSLTrustStorePath=%s&SSLTrustStorePassword=changeit";

    private TestServer() {}

    static String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set; run deploy/test-clients.sh");
        }
        return value;
    }

    static String flightUrl() {
        return FLIGHT.formatted(variable("SQE_FLIGHT_PORT"), variable("SQE_TRUST_STORE"));
    }

    static String trinoUrl() {
        return TRINO.formatted(variable("SQE_TRINO_PORT"), variable("SQE_TRUST_STORE"));
    }

    static Connection flight() throws SQLException {
        return DriverManager.getConnection(flightUrl(), "ada", PASSWORD);
    }

    static Connection trino() throws SQLException {
        return DriverManager.getConnection(trinoUrl(), "ada", PASSWORD);
    }
}
