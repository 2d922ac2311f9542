package io.sqe.catalog;

import java.time.Instant;

/** Which state of a table a statement reads. */
public sealed interface TableVersion {

    record Current() implements TableVersion {}

    /** {@code FOR VERSION AS OF 123}. */
    record Snapshot(long snapshotId) implements TableVersion {}

    /** A branch or tag: {@code FOR VERSION AS OF 'audit'}. */
    record Reference(String name) implements TableVersion {}

    /** The snapshot that was current then: {@code FOR TIMESTAMP AS OF}. */
    record AsOf(Instant instant) implements TableVersion {}
}
