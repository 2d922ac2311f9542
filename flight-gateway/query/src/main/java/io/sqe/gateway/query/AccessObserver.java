package io.sqe.gateway.query;

/** Is told at a protocol's edge what is refused there to somebody who is known. Quick, and never throws. */
@FunctionalInterface
public interface AccessObserver {
    AccessObserver NONE = (_, _, _) -> {};

    /**
     * Somebody asked for what is not theirs: another's result, or something that policy denies.
     *
     * @param what was asked for, without names of anybody's making
     */
    void refused(String user, ClientContext client, String what);
}
