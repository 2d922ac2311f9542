package io.sqe.gateway.observation.audit;

import java.io.IOException;

/** Where the lines of the audit log go, one sealed to the other. Used by one thread at a time. */
interface AuditLines extends AutoCloseable {

    /** Writes one line as a whole and hands it to the operating system; what it could not write whole it takes back. */
    void append(String entry) throws IOException;

    long size() throws IOException;

    /** Goes on in a new file. */
    void rotate() throws IOException;

    @Override
    void close() throws IOException;
}
