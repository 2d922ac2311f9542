package io.sqe.catalog.iceberg.write;

import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.encryption.EncryptionManager;
import org.apache.iceberg.exceptions.CleanableFailure;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/** Commits on top of one state of a table and no other: never looks whether there is a newer one. */
final class PinnedOperations implements TableOperations {
    private final TableOperations operations;
    private final TableMetadata base;

    /** Pins what the operations have read last. */
    PinnedOperations(TableOperations operations) {
        this.operations = operations;
        this.base = operations.current();
    }

    @Override
    public TableMetadata current() {
        return base;
    }

    @Override
    public TableMetadata refresh() {
        return base;
    }

    @Override
    public void commit(TableMetadata from, TableMetadata to) {
        try {
            operations.commit(from, to);
        } catch (CommitFailedException e) {
            throw new Moved(e);
        }
    }

    @Override
    public FileIO io() {
        return operations.io();
    }

    @Override
    public EncryptionManager encryption() {
        return operations.encryption();
    }

    @Override
    public String metadataFileLocation(String fileName) {
        return operations.metadataFileLocation(fileName);
    }

    @Override
    public LocationProvider locationProvider() {
        return LocationProviders.locationsFor(base.location(), base.properties());
    }

    @Override
    public TableOperations temp(TableMetadata uncommitted) {
        return operations.temp(uncommitted);
    }

    @Override
    public long newSnapshotId() {
        return operations.newSnapshotId();
    }

    /** The table is no longer what it was. Iceberg retries other failures of this kind, on a state that stays pinned. */
    static final class Moved extends RuntimeException implements CleanableFailure {
        private Moved(CommitFailedException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
