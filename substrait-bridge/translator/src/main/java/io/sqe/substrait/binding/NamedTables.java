package io.sqe.substrait.binding;

import io.sqe.planner.binding.BoundTable;
import io.substrait.proto.ReadRel;

/** Reads by the tables' names: a plan as people and other engines read it. */
public record NamedTables() implements TableReads {

    @Override
    public void addTo(ReadRel.Builder read, BoundTable table) {
        read.setNamedTable(ReadRel.NamedTable.newBuilder()
                .addNames(table.name().catalog())
                .addAllNames(table.name().namespace().levels())
                .addNames(table.name().table()));
    }
}
