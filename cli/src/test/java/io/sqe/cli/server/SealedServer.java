package io.sqe.cli.server;

import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.Configuration.Insecurity;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A server all of whose ports speak TLS.
 *
 * @param folder holds all that it has
 * @param tls the files of {@code coordinator.tls}, as TOML
 * @param metrics where it tells of itself; 0 if nowhere
 */
record SealedServer(Path folder, String tls, int flight, int trino, int metrics) {

    /** With {@code tls.crt} and {@code tls.key} of its folder. */
    static SealedServer in(Path folder) throws IOException {
        String tls = "cert_file = \"%1$s/tls.crt\", key_file = \"%1$s/tls.key\"".formatted(folder);
        return new SealedServer(folder, tls, freePort(), freePort(), 0);
    }

    /** That lets in clients of an authority alone, whose certificate is in a file of its folder. */
    SealedServer forClientsOf(String authority) {
        return new SealedServer(
                folder, tls + ", ca_file = \"%s/%s\"".formatted(folder, authority), flight, trino, metrics);
    }

    /** That tells of itself, on a port and the next one. */
    SealedServer withMetrics() throws IOException {
        return new SealedServer(folder, tls, flight, trino, freePair());
    }

    Configuration configuration() throws IOException {
        Path file = Files.writeString(folder.resolve("sqe.toml"), """
                [coordinator]
                engine = "embedded"
                flight_sql_port = %3$d
                trino_http_port = %4$d
                memory_limit = "1GB"
                spill_dir = "%1$s/spill"
                tls = { %2$s }
                [metrics]
                prometheus_port = %5$d
                tls = true
                [spooling]
                directory = "%1$s/spool"
                [session]
                secrets_path = "%1$s/session.keys"
                revocations_path = "%1$s/session.revocations"
                [catalog]
                warehouse = "%1$s/warehouse"
                """.formatted(folder, tls, flight, trino, metrics));
        return Configuration.load(Optional.of(file), Map.of(), Insecurity.REFUSED);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static int freePair() throws IOException {
        int first = freePort();
        try (ServerSocket second = new ServerSocket(first + 1)) {
            return second.getLocalPort() - 1;
        } catch (IOException taken) {
            return freePair();
        }
    }
}
