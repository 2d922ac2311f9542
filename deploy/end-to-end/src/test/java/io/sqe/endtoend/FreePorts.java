package io.sqe.endtoend;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for a server of a test. */
public final class FreePorts {
    private static final int PORT_MIN = 21_000;
    private static final int PORT_PAIRS = 5_000;

    private FreePorts() {}

    /** A port that is free, as is the one above it, and below those that the system gives to whoever connects. */
    public static int pair() throws IOException {
        int port = PORT_MIN + 2 * ThreadLocalRandom.current().nextInt(PORT_PAIRS);
        try (ServerSocket first = new ServerSocket(port);
                ServerSocket second = new ServerSocket(port + 1)) {
            return Math.min(first.getLocalPort(), second.getLocalPort());
        } catch (IOException taken) {
            return pair();
        }
    }
}
