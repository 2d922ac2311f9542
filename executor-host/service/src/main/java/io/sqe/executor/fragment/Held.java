package io.sqe.executor.fragment;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a fragment holds while it runs, let go in reverse order, all of it, whatever fails. Whoever collects it closes this, which
 * does nothing once the fragment has taken it over.
 */
final class Held implements AutoCloseable {
    private final Deque<Runnable> releases = new ArrayDeque<>();
    private boolean isTakenOver;

    void add(Runnable release) {
        releases.push(release);
    }

    /** From here on someone else calls {@link #release}. */
    void takenOver() {
        isTakenOver = true;
    }

    void release() {
        Runnable next = releases.poll();
        if (next != null) {
            try {
                next.run();
            } finally {
                release();
            }
        }
    }

    @Override
    public void close() {
        if (!isTakenOver) {
            release();
        }
    }
}
