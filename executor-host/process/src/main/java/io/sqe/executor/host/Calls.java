package io.sqe.executor.host;

import io.sqe.executor.Cancellation;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.Progress;
import io.sqe.executor.RunningFragment;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fragments at work, by the names of their calls. Safe for use by many threads. */
final class Calls {
    /** Ends that came before their calls, which are few and soon followed. */
    private static final int ENDED_EARLY_MAX = 1024;

    private static final int END_WAIT_SECONDS = 30;

    private final Map<String, Call> running = new HashMap<>();
    private final SequencedSet<String> endedEarly = new LinkedHashSet<>();
    private boolean isRefusing;

    /** Begins a call; one that was ended before it came is cancelled from the start. The caller closes it. */
    synchronized Call begin(String name) {
        var call = new Call(name);
        running.put(name, call);
        if (endedEarly.remove(name)) {
            call.cancellation.request();
        }
        return call;
    }

    /** From here on every call that begins fails. */
    synchronized void refuseNew() {
        isRefusing = true;
    }

    synchronized void failIfRefusing() {
        if (isRefusing) {
            throw new ExecutorException.EngineLost("The engine is being ended. Send the query again.");
        }
    }

    /** Waits until nothing runs, no longer than this. */
    synchronized void awaitNone(Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        while (!running.isEmpty() && end - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
    }

    void cancelAll() {
        all().forEach(call -> call.cancellation.request());
    }

    private synchronized List<Call> all() {
        return List.copyOf(running.values());
    }

    Progress progress(String name) {
        Call call = find(name);
        return call == null ? Progress.UNKNOWN : call.progress();
    }

    /** Stops a call and waits until nothing of it runs. */
    void end(String name) throws InterruptedException {
        Call call = findOrEndEarly(name);
        if (call != null) {
            call.cancellation.request();
            call.ended.await(END_WAIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private synchronized @Nullable Call find(String name) {
        return running.get(name);
    }

    private synchronized @Nullable Call findOrEndEarly(String name) {
        Call call = running.get(name);
        if (call == null) {
            endedEarly.add(name);
            if (endedEarly.size() > ENDED_EARLY_MAX) {
                endedEarly.removeFirst();
            }
        }
        return call;
    }

    private synchronized void remove(Call call) {
        running.remove(call.name);
        notifyAll();
    }

    /** One fragment of one caller; closed when nothing of it runs any more. */
    final class Call implements AutoCloseable {
        private final String name;
        private final Cancellation cancellation = new Cancellation();
        private final CountDownLatch ended = new CountDownLatch(1);
        private @Nullable RunningFragment fragment;

        private Call(String name) {
            this.name = name;
        }

        Cancellation cancellation() {
            return cancellation;
        }

        void failIfRefused() {
            failIfRefusing();
        }

        /** Lets the fragment be asked for its progress while the work is done. */
        <R> R with(RunningFragment started, Function<RunningFragment, R> work) {
            known(started);
            try {
                return work.apply(started);
            } finally {
                known(null);
            }
        }

        private synchronized void known(@Nullable RunningFragment started) {
            fragment = started;
        }

        private synchronized Progress progress() {
            return fragment == null ? Progress.UNKNOWN : fragment.progress();
        }

        @Override
        public void close() {
            remove(this);
            ended.countDown();
        }
    }
}
