package io.sqe.executor.host;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.arrow.flight.Location;

/**
 * Where an engine listens.
 *
 * @param port 0 for any that is free
 * @param tls without it everything travels in the clear
 */
public record ServiceAddress(String host, int port, Optional<Tls> tls) {

    /** Any free port that only this machine reaches. */
    public static ServiceAddress loopback() {
        return new ServiceAddress("127.0.0.1", 0, Optional.empty());
    }

    Location location() {
        return tls.isPresent() ? Location.forGrpcTls(host, port) : Location.forGrpcInsecure(host, port);
    }

    /** PEM files. */
    public record Tls(Path certificate, Path key) {}
}
