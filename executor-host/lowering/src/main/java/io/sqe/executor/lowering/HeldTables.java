package io.sqe.executor.lowering;

import io.sqe.executor.lowering.EngineSql.WholeFiles;
import java.util.Optional;

/** Knows the tables of the engine's own that hold what is in data files. */
@FunctionalInterface
public interface HeldTables {
    /** Everything is read from its files. */
    HeldTables NONE = _ -> Optional.empty();

    /** The table with just the columns and rows of the files, as SQL names it; empty if there is none. */
    Optional<String> find(WholeFiles files);
}
