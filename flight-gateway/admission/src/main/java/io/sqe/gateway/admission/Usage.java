package io.sqe.gateway.admission;

import org.jspecify.annotations.Nullable;

/** Queries and the memory set aside for them. */
record Usage(int count, long bytes) {
    static final Usage NONE = new Usage(0, 0);

    Usage with(long more) {
        return new Usage(count + 1, bytes + more);
    }

    Usage without(long less) {
        return new Usage(count - 1, bytes - less);
    }

    /** Nothing to remember of who uses nothing. */
    @Nullable
    Usage orNull() {
        return count == 0 ? null : this;
    }

    /** Whether more fits into a budget; zero is no budget. */
    boolean fits(long more, long budget) {
        return count == 0 || budget == 0 || bytes + more <= budget;
    }
}
