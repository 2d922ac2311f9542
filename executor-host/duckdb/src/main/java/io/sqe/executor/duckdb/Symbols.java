package io.sqe.executor.duckdb;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The symbols of an opened library. Collects what is missing, so that one message can name all of it. */
final class Symbols {
    private final SymbolLookup lookup;
    private final List<String> missing = new ArrayList<>();

    private Symbols(SymbolLookup lookup) {
        this.lookup = lookup;
    }

    /** Opens a library for the life of the process: code that other threads may be running is never unmapped. */
    // Restricted because opening a library runs its initialisers: the file is the one our build pins.
    @SuppressWarnings("restricted")
    static Symbols of(Path library) {
        return new Symbols(SymbolLookup.libraryLookup(library, Arena.global()));
    }

    /** The address of a function, or NULL and a note of its absence. */
    MemorySegment address(String name) {
        return lookup.find(name).orElseGet(() -> {
            missing.add(name);
            return MemorySegment.NULL;
        });
    }

    List<String> missing() {
        return List.copyOf(missing);
    }
}
