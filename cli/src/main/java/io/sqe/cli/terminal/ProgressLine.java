package io.sqe.cli.terminal;

import io.sqe.cli.execution.ProgressDisplay;
import io.sqe.cli.format.DisplayText;
import io.sqe.gateway.query.QueryControl;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/** A line at the cursor, drawn anew while a query runs and gone when it ends. One query at a time. */
public final class ProgressLine implements ProgressDisplay {
    /** Queries faster than this show nothing. */
    private static final Duration DELAY = Duration.ofMillis(500);

    private static final Duration INTERVAL = Duration.ofMillis(150);
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final IntSupplier columns;
    private final Duration delay;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean active;
    private boolean drawn;

    public ProgressLine(PrintWriter terminal, IntSupplier columns) {
        this(terminal, columns, DELAY);
    }

    ProgressLine(PrintWriter terminal, IntSupplier columns, Duration delay) {
        this.terminal = terminal;
        this.columns = columns;
        this.delay = delay;
    }

    @Override
    public Shown show(QueryControl query) {
        lock.lock();
        try {
            active = true;
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name("progress").start(() -> draw(query));
        return this::hide;
    }

    private void draw(QueryControl query) {
        lock.lock();
        try {
            Duration pause = delay;
            while (awaitHidden(pause)) {
                String text = DisplayText.cut(ProgressText.of(query.progress()), columns.getAsInt() - 1);
                terminal.print(ERASE + text);
                terminal.flush();
                drawn = true;
                pause = INTERVAL;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits; whether the line is still wanted afterwards. */
    private boolean awaitHidden(Duration pause) {
        try {
            long nanosLeft = pause.toNanos();
            while (active && nanosLeft > 0) {
                nanosLeft = changed.awaitNanos(nanosLeft);
            }
            return active;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes the line away, for good until the next query: what follows may be written where it was. */
    public void hide() {
        lock.lock();
        try {
            active = false;
            changed.signalAll();
            if (drawn) {
                drawn = false;
                terminal.print(ERASE);
                terminal.flush();
            }
        } finally {
            lock.unlock();
        }
    }
}
