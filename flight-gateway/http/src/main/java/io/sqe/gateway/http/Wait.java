package io.sqe.gateway.http;

import java.time.Duration;

/** How long a client has let us wait, and how long it may. */
record Wait(long nanos, Duration limit) {

    boolean isTooLong() {
        return nanos > limit.toNanos();
    }
}
