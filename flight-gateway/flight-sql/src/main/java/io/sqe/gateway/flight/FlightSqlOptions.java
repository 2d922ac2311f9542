package io.sqe.gateway.flight;

import io.sqe.gateway.flight.compression.Compression;
import io.sqe.gateway.flight.limit.FlightLimits;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * How the service listens. Each refinement answers new options.
 *
 * @param host the name or address to listen on
 * @param port the port, or 0 for any that is free
 * @param tls without it everything travels in the clear
 * @param version of the program, as clients are told
 * @param compression of results for clients that can read them so
 * @param sqlBytesAllowed of one statement, as clients are told; asked anew each time, quick to ask
 */
public record FlightSqlOptions(
        String host,
        int port,
        Optional<Tls> tls,
        FlightLimits limits,
        String version,
        Compression compression,
        IntSupplier sqlBytesAllowed) {
    public static final int PORT_DEFAULT = 50_051;

    /** On this machine only, on any free port, in the clear. */
    public static FlightSqlOptions loopback() {
        FlightLimits standard = FlightLimits.standard();
        return new FlightSqlOptions(
                "127.0.0.1",
                0,
                Optional.empty(),
                standard,
                "development",
                Compression.NONE,
                standard.messages()::sqlBytesMax);
    }

    public FlightSqlOptions withAddress(String otherHost, int otherPort) {
        return new FlightSqlOptions(otherHost, otherPort, tls, limits, version, compression, sqlBytesAllowed);
    }

    public FlightSqlOptions withTls(Tls other) {
        return new FlightSqlOptions(host, port, Optional.of(other), limits, version, compression, sqlBytesAllowed);
    }

    public FlightSqlOptions withLimits(FlightLimits other) {
        return new FlightSqlOptions(host, port, tls, other, version, compression, sqlBytesAllowed);
    }

    public FlightSqlOptions withVersion(String other) {
        return new FlightSqlOptions(host, port, tls, limits, other, compression, sqlBytesAllowed);
    }

    public FlightSqlOptions withCompression(Compression other) {
        return new FlightSqlOptions(host, port, tls, limits, version, other, sqlBytesAllowed);
    }

    public FlightSqlOptions withSqlBytesAllowed(IntSupplier other) {
        return new FlightSqlOptions(host, port, tls, limits, version, compression, other);
    }

    /**
     * What the service proves itself with, and what its clients must.
     *
     * @param keys asked anew for every connection
     * @param clientAuthorities who may have signed a client's certificate; if there is none, clients need no certificate
     */
    public record Tls(X509ExtendedKeyManager keys, List<X509Certificate> clientAuthorities) {
        public Tls {
            clientAuthorities = List.copyOf(clientAuthorities);
        }
    }
}
