package io.sqe.catalog.iceberg.write;

import io.sqe.catalog.CatalogException.Conflict;
import io.sqe.catalog.TableName;
import io.sqe.catalog.iceberg.table.Identifiers;
import java.util.List;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.events.CreateSnapshotEvent;
import org.apache.iceberg.exceptions.CommitFailedException;

/** Adds files to a table. Another writer's commit in between does not matter, unless it put another table in its place. */
public final class AppendTarget implements CommitTarget {
    /** Rounds of Iceberg's own retries, which the table's properties limit. */
    static final int ROUNDS_MAX = 5;

    private final TableName name;
    private final Catalog catalog;
    private final String tableUuid;

    /** @param tableUuid of the table that the files were written for */
    public AppendTarget(TableName name, Catalog catalog, String tableUuid) {
        this.name = name;
        this.catalog = catalog;
        this.tableUuid = tableUuid;
    }

    @Override
    public long commit(List<DataFile> files) {
        for (int round = 1; ; round++) {
            try {
                return commitOnce(files);
            } catch (CommitFailedException e) {
                if (round == ROUNDS_MAX) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void abandon() {
        // An append leaves nothing but its data files.
    }

    private long commitOnce(List<DataFile> files) {
        Table table = catalog.loadTable(Identifiers.of(name));
        if (!table.uuid().toString().equals(tableUuid)) {
            throw new Conflict(name, new IllegalStateException("Table was dropped and created again"));
        }
        AppendFiles append = table.newAppend();
        files.forEach(append::appendFile);
        append.commit();
        return ((CreateSnapshotEvent) append.updateEvent()).snapshotId();
    }
}
