package io.sqe.gateway.lifecycle;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A task that may be left alone by who waits for it; what it gives after that is thrown away. */
final class AbandonableTask<T> extends FutureTask<T> {
    /** Nearly everything hears a cancellation within this time and has then cleaned up when the person is answered. */
    private static final int GRACE_MILLIS = 100;

    private final Consumer<T> whenUnwanted;

    AbandonableTask(Callable<T> task, Consumer<T> whenUnwanted) {
        super(task);
        this.whenUnwanted = whenUnwanted;
    }

    /** Gives the task a little time to end by itself, having been told to, and then abandons it. Does not wait for that. */
    void endSoon() {
        Thread.ofVirtual().name("sqe-abandoning").start(this::awaitOrAbandon);
    }

    private void awaitOrAbandon() {
        try {
            get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException late) {
            cancel(false);
        } catch (ExecutionException | CancellationException ended) {
            assert isDone() : ended;
        }
    }

    @Override
    protected void set(T result) {
        super.set(result);
        if (isCancelled()) {
            whenUnwanted.accept(result);
        }
    }
}
