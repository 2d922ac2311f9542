package io.sqe.gateway.flight;

import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts connections up to a limit, and closes one more at once: gRPC itself takes on as many as there are. They are counted from
 * their first moment on, so that those that never get as far as TLS are counted too.
 */
final class BoundedAcceptor extends NioServerSocketChannel {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedAcceptor.class);

    private final int connectionsMax;
    private final AtomicInteger open = new AtomicInteger();
    private boolean isFull;

    BoundedAcceptor(int connectionsMax) {
        this.connectionsMax = connectionsMax;
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
        int count = super.doReadMessages(accepted);
        if (count < 1) {
            return count;
        }
        Channel connection = (Channel) accepted.getLast();
        if (open.incrementAndGet() > connectionsMax) {
            open.decrementAndGet();
            accepted.removeLast();
            connection.unsafe().closeForcibly();
            tellOnce();
            return 0;
        }
        isFull = false;
        var _ = connection.closeFuture().addListener(_ -> open.decrementAndGet());
        return count;
    }

    /** A line for each that is refused would help whoever floods. */
    private void tellOnce() {
        if (!isFull) {
            LOG.atWarn()
                    .addKeyValue("limit", "connections-max")
                    .addKeyValue("connections", connectionsMax)
                    .log("connections refused: there are as many as there may be");
        }
        isFull = true;
    }
}
