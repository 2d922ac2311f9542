package io.sqe.substrait.binding;

import io.sqe.planner.binding.BoundTable;
import io.substrait.proto.ReadRel;

/** Says where the rows of a table come from. */
public sealed interface TableReads permits NamedTables, FileLists {

    /** Adds to a read, which has its schema, what it reads. */
    void addTo(ReadRel.Builder read, BoundTable table);
}
