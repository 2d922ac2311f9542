package io.sqe.catalog.iceberg.write;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.CatalogException.CommitUnknown;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.WrittenFile;
import io.sqe.catalog.iceberg.table.CatalogFailures;
import java.util.List;
import org.apache.iceberg.DataFile;

/** A write into a folder of its own. For use by one thread. */
public final class FolderWrite implements TableWrite {
    private final TableMetadata table;
    private final WriteFolder folder;
    private final DataFileReader files;
    private final CommitTarget target;
    private State state = State.OPEN;

    /** Makes the folder. */
    public FolderWrite(TableMetadata table, WriteFolder folder, DataFileReader files, CommitTarget target) {
        this.table = table;
        this.folder = folder;
        this.files = files;
        this.target = target;
        folder.create(table.name());
    }

    @Override
    public TableMetadata table() {
        return table;
    }

    @Override
    public String dataFolder() {
        return folder.location();
    }

    @Override
    public long commit(List<WrittenFile> written) {
        if (state != State.OPEN) {
            throw new IllegalStateException("A write into " + table.name() + " was committed or closed before");
        }
        try {
            List<DataFile> dataFiles = files.read(folder, written);
            folder.makeDurable(dataFiles);
            long snapshotId = target.commit(dataFiles);
            state = State.KEPT;
            return snapshotId;
        } catch (RuntimeException e) {
            CatalogException failure = CatalogFailures.changing(table.name(), e);
            if (failure instanceof CommitUnknown) {
                state = State.KEPT;
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        if (state == State.OPEN) {
            state = State.ABANDONED;
            folder.delete();
            target.abandon();
        }
    }

    private enum State {
        OPEN,
        /** The files belong to the table now, or may. */
        KEPT,
        ABANDONED
    }
}
