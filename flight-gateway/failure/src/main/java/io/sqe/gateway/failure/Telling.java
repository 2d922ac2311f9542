package io.sqe.gateway.failure;

/** How much of a failure's text a client of a server is told. */
public sealed interface Telling {

    /** All: it was written for whoever asked, and tells of what is theirs. */
    record Full() implements Telling {}

    /**
     * A sentence in its place, and an id that finds the text in the log: it may tell of what is the server's own, such as files and
     * addresses.
     */
    record Redacted(String sentence) implements Telling {}
}
