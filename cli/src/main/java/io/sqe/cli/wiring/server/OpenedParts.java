package io.sqe.cli.wiring.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened, to be closed in the opposite order, all of it whatever fails. */
final class OpenedParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedParts.class);

    private final Deque<Runnable> closing = new ArrayDeque<>();

    <T> T keep(T part, Consumer<T> close) {
        closing.push(() -> close.accept(part));
        return part;
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().run();
            } catch (RuntimeException failure) {
                LOG.atError().setCause(failure).log("part of the server not closed");
            }
        }
    }
}
