package io.sqe.cli.execution;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/** Where results go: standard output, a file, a screen with a pager. Whoever opened it closes it. */
public interface ResultTarget extends AutoCloseable {

    /** For text. What is written may be held back until {@link #resultEnded}. */
    Writer text();

    /** For the formats that are files; to be used instead of {@link #text}, not beside it. */
    OutputStream bytes();

    /** A result has been written, wholly or up to its failure. */
    void resultEnded() throws IOException;

    @Override
    void close() throws IOException;
}
