package io.sqe.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stretch of network between clients and a server, which can be cut. */
final class Relay implements AutoCloseable {
    private final ServerSocket entrance;
    private final int serverPort;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Relay(ServerSocket entrance, int serverPort) {
        this.entrance = entrance;
        this.serverPort = serverPort;
    }

    static Relay to(int serverPort) throws IOException {
        var relay = new Relay(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), serverPort);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        try {
            while (!entrance.isClosed()) {
                Socket client = entrance.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                open.addAll(List.of(client, server));
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            }
        } catch (IOException _) {
            // It is cut.
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One of them is gone.
        }
    }

    /** Both ends learn of it by a reset, as of a client whose machine has died. */
    void cut() throws IOException {
        entrance.close();
        for (Socket socket : open) {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
