package io.sqe.catalog.iceberg.write;

import java.util.List;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Transaction;

/** Creates or replaces a table together with its rows. */
public final class TransactionTarget implements CommitTarget {
    private final Transaction transaction;
    private final Runnable abandon;

    /** @param abandon removes what is left of a table that did not come to be */
    public TransactionTarget(Transaction transaction, Runnable abandon) {
        this.transaction = transaction;
        this.abandon = abandon;
    }

    @Override
    public long commit(List<DataFile> files) {
        AppendFiles append = transaction.newAppend();
        files.forEach(append::appendFile);
        append.commit();
        long snapshotId = transaction.table().currentSnapshot().snapshotId();
        transaction.commitTransaction();
        return snapshotId;
    }

    @Override
    public void abandon() {
        abandon.run();
    }
}
