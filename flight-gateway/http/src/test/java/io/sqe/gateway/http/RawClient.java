package io.sqe.gateway.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection whose bytes a test writes itself. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    /** As {@link #to}, under TLS. */
    static RawClient sealed(int port, SSLContext trusting) {
        try {
            SSLSocket socket =
                    (SSLSocket) trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.startHandshake();
            return new RawClient(socket);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static RawClient to(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            return new RawClient(socket);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One answer, up to the end of its body; what came before the connection ended, if it did. */
    String answer() {
        StringBuilder answer = new StringBuilder();
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            while (!answer.toString().endsWith("\r\n\r\nok")) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    break;
                }
                answer.append((char) next);
            }
        } catch (SocketTimeoutException silence) {
            throw new IllegalStateException("Neither an answer nor an end, after " + answer, silence);
        } catch (IOException hungUp) {
            answer.append("hung up");
        }
        return answer.toString();
    }

    /** All that the server says until it ends the connection. */
    String rest() {
        StringBuilder rest = new StringBuilder();
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                rest.append((char) next);
            }
        } catch (SocketTimeoutException silence) {
            throw new IllegalStateException("The connection does not end, after " + rest, silence);
        } catch (IOException hungUp) {
            rest.append("hung up");
        }
        return rest.toString();
    }

    /** How many bytes the server says until it ends the connection. */
    long received() {
        byte[] bytes = new byte[64 << 10];
        long received = 0;
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            for (int more = socket.getInputStream().read(bytes);
                    more >= 0;
                    more = socket.getInputStream().read(bytes)) {
                received += more;
            }
        } catch (SocketTimeoutException silence) {
            throw new IllegalStateException("The connection does not end, after " + received, silence);
        } catch (IOException hungUp) {
            // It is over, as it is in good order.
        }
        return received;
    }

    void awaitFirstByte() {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            int _ = socket.getInputStream().read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends byte after byte, a while apart, until all are sent or the server says something or hangs up. */
    void trickle(String bytes, int millisApart) {
        for (int at = 0; at < bytes.length(); at++) {
            if (!isQuietFor(millisApart)) {
                return;
            }
            try {
                send(bytes.substring(at, at + 1));
            } catch (UncheckedIOException hungUp) {
                return;
            }
        }
    }

    /** Whether the server says nothing and does not hang up for so long. What it says is still there to be read, but for its first byte. */
    boolean isQuietFor(int millis) {
        try {
            socket.setSoTimeout(millis);
            int _ = socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException quiet) {
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
