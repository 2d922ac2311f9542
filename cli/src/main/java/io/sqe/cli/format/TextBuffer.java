package io.sqe.cli.format;

import java.io.IOException;
import java.io.Writer;

/** Collects rows and hands them on in pieces: one builder for all rows, few writes. */
final class TextBuffer {
    private static final int CHARS_HELD_MAX = 32 * 1024;

    private final Writer out;
    private final StringBuilder held = new StringBuilder();

    TextBuffer(Writer out) {
        this.out = out;
    }

    StringBuilder text() {
        return held;
    }

    /** To be called between rows. */
    void rowEnded() throws IOException {
        if (held.length() >= CHARS_HELD_MAX) {
            handOn();
        }
    }

    void handOn() throws IOException {
        out.append(held);
        held.setLength(0);
    }
}
