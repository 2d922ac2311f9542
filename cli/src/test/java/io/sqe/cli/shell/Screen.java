package io.sqe.cli.shell;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** What a terminal was sent, which others may wait for. */
final class Screen extends OutputStream {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
        lock.lock();
        try {
            bytes.write(b);
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a text has been written so many times. */
    void awaitText(String text, int times) {
        lock.lock();
        try {
            while (text().split(Pattern.quote(text), -1).length <= times) {
                written.await();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            lock.unlock();
        }
    }

    String text() {
        lock.lock();
        try {
            return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        } finally {
            lock.unlock();
        }
    }
}
