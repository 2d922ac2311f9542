package io.sqe.bench.run;

/** The peer could not run a statement. */
public final class PeerFailedException extends RuntimeException {

    public PeerFailedException(String peer, Throwable cause) {
        super("%s could not run the query: %s".formatted(peer, cause.getMessage()), cause);
    }
}
