package io.sqe.cli.shell;

import io.sqe.cli.execution.ResultLeftException;
import io.sqe.cli.execution.ResultTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Optional;
import java.util.function.IntSupplier;

/** The screen: a result that is higher than it goes to a pager. */
final class ScreenTarget implements ResultTarget {
    /** Characters held back to find out whether a result fits the screen. */
    private static final int CHARS_HELD_MAX = 1024 * 1024;

    private final Writer screen;
    private final IntSupplier height;
    private final Optional<Pager> pager;
    private final Runnable beforeWrite;
    private final Writer text = new HoldingWriter();
    private final StringBuilder held = new StringBuilder();
    private int linesHeld;
    private Optional<Writer> opened = Optional.empty();

    /**
     * Makes the target.
     *
     * @param height lines of the screen
     * @param pager empty to let results scroll by
     * @param beforeWrite called before anything is shown
     */
    ScreenTarget(Writer screen, IntSupplier height, Optional<Pager> pager, Runnable beforeWrite) {
        this.screen = screen;
        this.height = height;
        this.pager = pager;
        this.beforeWrite = beforeWrite;
    }

    @Override
    public Writer text() {
        return text;
    }

    @Override
    public OutputStream bytes() {
        throw new IllegalStateException("A screen shows text");
    }

    @Override
    public void resultEnded() throws IOException {
        if (opened.isPresent()) {
            Writer pages = opened.get();
            opened = Optional.empty();
            closeQuietly(pages);
        } else {
            show();
        }
    }

    @Override
    public void close() throws IOException {
        resultEnded();
    }

    /** A pager that was left before it had read everything is no failure. */
    private static void closeQuietly(Writer pages) {
        try (Writer closing = pages) {
            closing.flush();
        } catch (IOException left) {
            // Its person has seen enough.
        }
    }

    private void show() throws IOException {
        if (!held.isEmpty()) {
            beforeWrite.run();
            screen.append(held);
            screen.flush();
        }
        drop();
    }

    private void drop() {
        held.setLength(0);
        linesHeld = 0;
    }

    private void openPager() throws IOException {
        beforeWrite.run();
        Writer pages = pager.orElseThrow().open();
        opened = Optional.of(pages);
        page(pages, held);
        drop();
    }

    private static void page(Writer pages, CharSequence more) throws IOException {
        try {
            pages.append(more);
        } catch (IOException left) {
            throw new ResultLeftException(left);
        }
    }

    /** Holds text back until it is higher than the screen, or whole. */
    private final class HoldingWriter extends Writer {
        @Override
        public void write(char[] source, int offset, int length) throws IOException {
            if (opened.isPresent()) {
                page(opened.get(), new String(source, offset, length));
                return;
            }
            held.append(source, offset, length);
            for (int i = offset; i < offset + length; i++) {
                linesHeld += source[i] == '\n' ? 1 : 0;
            }
            if (pager.isPresent() && (linesHeld >= height.getAsInt() || held.length() > CHARS_HELD_MAX)) {
                openPager();
            } else if (pager.isEmpty()) {
                show();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
