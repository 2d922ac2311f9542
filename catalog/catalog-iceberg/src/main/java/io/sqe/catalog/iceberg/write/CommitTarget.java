package io.sqe.catalog.iceberg.write;

import java.util.List;
import org.apache.iceberg.DataFile;

/** What a write ends in: appending to a table, creating one, or replacing one. */
public interface CommitTarget {

    /** Makes the files visible in one step and answers the snapshot's id. */
    long commit(List<DataFile> files);

    /** Removes what the target itself left behind; the write's data files are gone already. */
    void abandon();
}
