package io.sqe.catalog.iceberg;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens a catalog when it is first needed: a program that asks nothing of it pays nothing. Safe for use by many threads. */
final class OpenedOnce {
    private final Supplier<OpenedCatalog> opening;
    private volatile @Nullable OpenedCatalog catalog;
    private boolean closed;

    OpenedOnce(Supplier<OpenedCatalog> opening) {
        this.opening = opening;
    }

    OpenedCatalog catalog() {
        OpenedCatalog known = catalog;
        return known != null ? known : open();
    }

    synchronized void close() {
        closed = true;
        OpenedCatalog known = catalog;
        catalog = null;
        if (known != null) {
            known.resources().run();
        }
    }

    private synchronized OpenedCatalog open() {
        if (closed) {
            throw new IllegalStateException("The catalog was closed");
        }
        OpenedCatalog known = catalog;
        if (known == null) {
            known = opening.get();
            catalog = known;
        }
        return known;
    }
}
