package io.sqe.catalog.iceberg;

import java.util.Optional;
import org.apache.iceberg.catalog.TableIdentifier;

/** Says which metadata file is a table's or view's current one. */
interface MetadataPointers {

    Optional<Pointer> find(TableIdentifier identifier);

    /** What a name stands for. */
    record Pointer(PointerKind kind, String location) {}

    /** Tables and views share names. */
    enum PointerKind {
        TABLE,
        VIEW
    }
}
