package io.sqe.executor.duckdb;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first asked for, so that a process pays only for what it uses. */
final class Lazy<T> {
    private final Supplier<T> source;
    private volatile @Nullable T made;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    T value() {
        T present = made;
        return present == null ? make() : present;
    }

    private synchronized T make() {
        T present = made;
        if (present == null) {
            present = source.get();
            made = present;
        }
        return present;
    }
}
