package io.sqe.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A connection of HTTP/2 by hand (RFC 9113), of a client that keeps to no rule. */
final class RawHttp2 implements AutoCloseable {
    /** The peer does something that could be an attack. */
    static final int ENHANCE_YOUR_CALM = 11;

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int CONTINUATION = 9;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int FRAME_BYTES_MAX = 16_384;
    private static final int FRAME_HEAD_BYTES = 9;
    private static final int TYPE_AT = 3;
    private static final int SETTINGS_AT_ONCE = 1_000;
    private static final int PREFIX_MAX = 127;
    private static final byte[] CANCEL = {0, 0, 0, 8};

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;

    private RawHttp2(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new DataInputStream(socket.getInputStream());
    }

    static RawHttp2 to(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        var connection = new RawHttp2(socket);
        connection.out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        connection.frame(SETTINGS, 0, 0, new byte[0]);
        return connection;
    }

    /** What ends the connection, by what it is told or by its end; empty if that does not come. */
    OptionalInt goneAfterPings(int count) throws IOException {
        return goneAfter(count, _ -> frame(PING, 0, 0, new byte[Long.BYTES]));
    }

    /** The same when it begins calls and breaks them off. */
    OptionalInt goneAfterResets(int count, String method) throws IOException {
        byte[] block = block(method, Map.of());
        return goneAfter(count, number -> {
            frame(HEADERS, END_HEADERS, 2 * number + 1, block);
            frame(RST_STREAM, 0, 2 * number + 1, CANCEL);
        });
    }

    /**
     * Whether it is ended when it changes its settings again and again and does not listen to the answers. The reason comes after so many
     * of them that it may not come at all.
     */
    boolean isGoneAfterSettings(int count) throws IOException {
        byte[] many = new byte[SETTINGS_AT_ONCE * FRAME_HEAD_BYTES];
        for (int at = TYPE_AT; at < many.length; at += FRAME_HEAD_BYTES) {
            many[at] = SETTINGS;
        }
        try {
            OptionalInt reason = goneAfter(count / SETTINGS_AT_ONCE, _ -> out.write(many));
            return reason.isPresent() && reason.getAsInt() == ENHANCE_YOUR_CALM;
        } catch (EOFException | SocketException hungUp) {
            return true;
        }
    }

    private OptionalInt goneAfter(int count, Sending sending) throws IOException {
        try {
            for (int i = 0; i < count; i++) {
                sending.send(i);
            }
        } catch (IOException _) {
            // Closed by the other end, which has said why.
        }
        return readGoAway();
    }

    private OptionalInt readGoAway() throws IOException {
        try {
            while (true) {
                Frame frame = read();
                if (frame.type == GOAWAY) {
                    return OptionalInt.of(frame.payload.getInt(Integer.BYTES));
                }
            }
        } catch (java.net.SocketTimeoutException stillOpen) {
            return OptionalInt.empty();
        }
    }

    /** Calls a method with one message; what the answer's headers and trailers hold, undecoded but for their letters. */
    String answer(String method, Map<String, byte[]> headers, byte[] message) throws IOException {
        byte[] block = block(method, headers);
        int length = Math.min(block.length, FRAME_BYTES_MAX);
        boolean isWhole = length == block.length;
        frame(HEADERS, isWhole ? END_HEADERS : 0, 1, slice(block, 0, length));
        for (int start = length; start < block.length; start += FRAME_BYTES_MAX) {
            int end = Math.min(block.length, start + FRAME_BYTES_MAX);
            frame(CONTINUATION, end == block.length ? END_HEADERS : 0, 1, slice(block, start, end));
        }
        byte[] body = ByteBuffer.allocate(5 + message.length)
                .put((byte) 0)
                .putInt(message.length)
                .put(message)
                .array();
        frame(DATA, END_STREAM, 1, body);
        return readAnswer();
    }

    private String readAnswer() throws IOException {
        var said = new StringBuilder();
        while (true) {
            Frame frame = read();
            if (frame.type == HEADERS || frame.type == GOAWAY) {
                said.append(StandardCharsets.ISO_8859_1.decode(frame.payload));
            }
            boolean isEnd = frame.type == HEADERS && (frame.flags & END_STREAM) != 0;
            if (isEnd || frame.type == GOAWAY || frame.type == RST_STREAM) {
                return said.toString();
            }
        }
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    /** Literal fields without indexing (RFC 7541, 6.2.2). */
    private static byte[] block(String method, Map<String, byte[]> more) {
        var block = new ByteArrayOutputStream();
        for (String pair : List.of(
                ":method=POST",
                ":scheme=http",
                ":path=" + method,
                ":authority=x",
                "content-type=application/grpc",
                "te=trailers")) {
            int equals = pair.indexOf('=');
            field(block, pair.substring(0, equals), pair.substring(equals + 1).getBytes(StandardCharsets.US_ASCII));
        }
        more.forEach((name, value) -> field(block, name, value));
        return block.toByteArray();
    }

    private static void field(ByteArrayOutputStream block, String name, byte[] value) {
        block.write(0);
        text(block, name.getBytes(StandardCharsets.US_ASCII));
        text(block, value);
    }

    private static void text(ByteArrayOutputStream block, byte[] text) {
        if (text.length < PREFIX_MAX) {
            block.write(text.length);
        } else {
            block.write(PREFIX_MAX);
            int rest = text.length - PREFIX_MAX;
            while (rest > PREFIX_MAX) {
                block.write(rest % 128 + 128);
                rest /= 128;
            }
            block.write(rest);
        }
        block.writeBytes(text);
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        out.write(ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array());
    }

    private Frame read() throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        in.readInt();
        return new Frame(type, flags, ByteBuffer.wrap(in.readNBytes(length)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private record Frame(int type, int flags, ByteBuffer payload) {}

    /** Sends one of many. */
    @FunctionalInterface
    private interface Sending {
        void send(int number) throws IOException;
    }
}
