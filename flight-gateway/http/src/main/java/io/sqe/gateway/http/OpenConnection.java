package io.sqe.gateway.http;

import io.helidon.webserver.ConnectionContext;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection from the moment when it is accepted until its socket is closed. Its client may let us wait for TLS, for a request, and for
 * room to write the answer; each has its limit.
 */
final class OpenConnection {
    private static final long STAYS = Long.MAX_VALUE;

    private final Socket socket;
    private final ConnectionLimits limits;
    private final Consumer<OpenConnection> ended;
    private final long acceptedNanos = System.nanoTime();
    private volatile @Nullable Talk talk;
    private volatile long leavingNanos = STAYS;

    /**
     * A connection that has just come.
     *
     * @param ended told, perhaps more than once, when the socket is closed
     */
    OpenConnection(Socket socket, ConnectionLimits limits, Consumer<OpenConnection> ended) {
        this.socket = socket;
        this.limits = limits;
        this.ended = ended;
    }

    /** What it says and is told, from when TLS is agreed on. */
    private record Talk(RequestPace request, AnswerPace answer) {}

    /** Begins to listen for requests. */
    PacedContext begin(ConnectionContext context) {
        RequestPace request = new RequestPace(context.dataReader(), limits);
        AnswerPace answer = new AnswerPace(context.dataWriter(), limits);
        talk = new Talk(request, answer);
        return new PacedContext(context, request, answer);
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    /**
     * What the client lets us wait for now; empty while we work.
     *
     * @param now by {@link System#nanoTime()}
     */
    Optional<Wait> waiting(long now) {
        if (leavingNanos != STAYS) {
            return Optional.of(new Wait(now - leavingNanos, limits.answerTimeout()));
        }
        Talk begun = talk;
        if (begun == null) {
            return Optional.of(new Wait(now - acceptedNanos, limits.handshakeTimeout()));
        }
        return begun.request().waiting(now).or(() -> begun.answer().waiting(now));
    }

    /** Parts with a client that lets us wait too long. */
    void demand() {
        if (waiting(System.nanoTime()).filter(Wait::isTooLong).isPresent()) {
            part();
        }
    }

    /** On a thread of its own, for TLS says goodbye to a client that may not listen. */
    void part() {
        Talk begun = talk;
        boolean isDeaf =
                leavingNanos != STAYS || (begun != null && begun.answer().isWriting());
        var _ = Thread.startVirtualThread(isDeaf ? this::cutOff : this::leave);
    }

    /** Closes the socket after what has been written, and takes as long for it as the client lets us wait. */
    void leave() {
        if (leavingNanos == STAYS) {
            leavingNanos = System.nanoTime();
        }
        close();
    }

    /** Throws away what the client does not read: no thread, and no memory of the kernel, stays with it. */
    private void cutOff() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // It has left by itself.
        }
        close();
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed all the same.
        }
        ended.accept(this);
    }
}
