package io.sqe.gateway.flight.metadata;

import io.sqe.executor.ArrowStream;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.flight.stream.OutgoingRows;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** The rows of one metadata command, found when they are sent. */
final class MetadataRows implements OutgoingRows, ArrowStream {
    private final VectorSchemaRoot root;
    private final Consumer<RowWriter> listing;
    private boolean isListed;

    MetadataRows(Schema schema, BufferAllocator allocator, Consumer<RowWriter> listing) {
        this.root = VectorSchemaRoot.create(schema, allocator);
        this.listing = listing;
    }

    @Override
    public ArrowStream open() {
        return this;
    }

    @Override
    public void cancel() {}

    @Override
    public Optional<QueryId> queryId() {
        return Optional.empty();
    }

    @Override
    public Schema schema() {
        return root.getSchema();
    }

    @Override
    public boolean loadNext() {
        if (isListed) {
            return false;
        }
        isListed = true;
        RowWriter rows = new RowWriter(root);
        listing.accept(rows);
        root.setRowCount(rows.count());
        return rows.count() > 0;
    }

    @Override
    public VectorSchemaRoot batch() {
        return root;
    }

    @Override
    public void close() {
        root.close();
    }
}
