package io.sqe.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A Parquet data file that an executor has written. Size and column metrics are read from its footer.
 *
 * @param partition value of each partition field by its name; empty means null
 */
public record WrittenFile(String location, Map<String, Optional<Literal>> partition) {

    public WrittenFile {
        partition = Map.copyOf(partition);
    }
}
