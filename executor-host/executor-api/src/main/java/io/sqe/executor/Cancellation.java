package io.sqe.executor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Somebody's wish that work stop, said once and heard at every moment: before the work begins, while it starts, and as long as it
 * runs. Safe for use by many threads.
 */
public final class Cancellation {
    private final Set<Registration> registrations = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean isRequested;

    /** Has all work stopped that was registered or will be. Returns when it was told, not when it has ended. */
    public void request() {
        List<Registration> told;
        synchronized (this) {
            if (isRequested) {
                return;
            }
            isRequested = true;
            told = new ArrayList<>(registrations);
        }
        told.forEach(registration -> registration.stop.run());
    }

    public synchronized boolean isRequested() {
        return isRequested;
    }

    /** @throws ExecutorException.Cancelled if this has been requested */
    public void failIfRequested() {
        if (isRequested()) {
            throw new ExecutorException.Cancelled();
        }
    }

    /**
     * Has something done on request; at once, and by this thread, if that was made before.
     *
     * @param stop returns soon; may be called while the answer is being closed, and once after
     */
    public Registration onRequest(Runnable stop) {
        Registration registration = new Registration(this, stop);
        if (isAdded(registration)) {
            return registration;
        }
        stop.run();
        return registration;
    }

    private synchronized boolean isAdded(Registration registration) {
        if (!isRequested) {
            registrations.add(registration);
        }
        return !isRequested;
    }

    private synchronized void remove(Registration registration) {
        registrations.remove(registration);
    }

    /** Work that stops on request until this is closed by whoever registered it. */
    public static final class Registration implements AutoCloseable {
        private final Cancellation cancellation;
        private final Runnable stop;

        private Registration(Cancellation cancellation, Runnable stop) {
            this.cancellation = cancellation;
            this.stop = stop;
        }

        @Override
        public void close() {
            cancellation.remove(this);
        }
    }
}
