package io.sqe.gateway.flight.limit;

import java.util.Arrays;

/** A limit of nothing would let nothing through. */
final class Positive {
    private Positive() {}

    static void check(long... limits) {
        if (Arrays.stream(limits).anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("Limits are positive: " + Arrays.toString(limits));
        }
    }
}
