package io.sqe.executor.process;

import io.sqe.executor.wire.BearerToken;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Which workers there are, and when they count as lost.
 *
 * @param urls {@code grpc://host:port}, or {@code grpc+tls://host:port}, in the order in which they are preferred
 * @param secret that all of them ask for
 * @param checkInterval between two questions whether a worker works
 * @param checkWait for the answer
 * @param failuresMax in a row, after which a worker is sent nothing until it answers again
 * @param bufferBytesMax rows that this process holds and nobody has taken over yet
 */
public record WorkerOptions(
        List<URI> urls,
        BearerToken secret,
        Duration checkInterval,
        Duration checkWait,
        int failuresMax,
        long bufferBytesMax) {

    public WorkerOptions {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("There is no worker to send anything to");
        }
    }
}
