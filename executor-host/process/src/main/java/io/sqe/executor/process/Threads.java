package io.sqe.executor.process;

/** Ends threads that end when they are interrupted. */
final class Threads {
    private Threads() {}

    /** Returns when the thread has ended, however often the caller is interrupted meanwhile. */
    static void end(Thread thread) {
        thread.interrupt();
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
