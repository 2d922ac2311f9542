package io.sqe.cli;

import io.sqe.cli.execution.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops the running query when the process is told to end, by ctrl-C or otherwise, and lets it clean up before the process does.
 * The exit code is then the signal's: 130 for ctrl-C.
 */
final class InterruptHook implements AutoCloseable {
    /** Longest time that a stopped query gets to clean up. */
    private static final long CLEAN_UP_SECONDS_MAX = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    InterruptHook(Interruption interruption) {
        this.hook = Thread.ofPlatform().name("interrupt").unstarted(() -> stop(interruption));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(Interruption interruption) {
        if (interruption.running().isEmpty()) {
            return;
        }
        interruption.interrupt();
        try {
            boolean clean = ended.await(CLEAN_UP_SECONDS_MAX, TimeUnit.SECONDS);
            assert clean : "the query did not end in time";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The scripts have ended. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process is ending: the hook has done, or is doing, its work.
        }
    }
}
