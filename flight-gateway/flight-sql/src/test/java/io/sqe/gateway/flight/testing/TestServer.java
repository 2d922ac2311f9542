package io.sqe.gateway.flight.testing;

import io.sqe.gateway.flight.FlightSqlOptions;
import io.sqe.gateway.flight.compression.Compression;
import java.io.IOException;
import java.nio.file.Path;

/** A service for clients that are no Java: prints its port, and ends with its input. Takes a warehouse, or none for an empty one. */
public final class TestServer {
    private TestServer() {}

    public static void main(String... arguments) throws IOException {
        FlightSqlOptions options = FlightSqlOptions.loopback()
                .withCompression(Compression.valueOf(System.getProperty("compression", "NONE")));
        try (LiveServer server =
                arguments.length > 0 ? LiveServer.over(Path.of(arguments[0]), options) : LiveServer.open(options)) {
            System.out.println(server.port());
            while (System.in.read() >= 0) {
                // Until whoever started it closes it.
            }
        }
    }
}
