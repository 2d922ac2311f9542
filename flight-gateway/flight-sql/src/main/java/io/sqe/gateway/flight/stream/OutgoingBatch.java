package io.sqe.gateway.flight.stream;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * The root that Flight sends from. A batch's buffers move into it uncopied; of a batch that is too large for one message a range
 * of rows at a time.
 */
final class OutgoingBatch implements AutoCloseable {
    /** Ranges begin at whole bytes of the validity bitmaps, which are then shared and not shifted. */
    private static final int ROWS_MULTIPLE = 8;

    private final VectorSchemaRoot root;
    private final int bytesMax;

    OutgoingBatch(Schema schema, BufferAllocator allocator, int bytesMax) {
        this.root = VectorSchemaRoot.create(schema, allocator);
        this.bytesMax = bytesMax;
    }

    VectorSchemaRoot root() {
        return root;
    }

    /** How many rows of this batch go into one message. */
    int rowsPerMessage(VectorSchemaRoot batch) {
        int rows = batch.getRowCount();
        long bytes = 0;
        for (FieldVector vector : batch.getFieldVectors()) {
            bytes += vector.getBufferSize();
        }
        if (bytes <= bytesMax || rows <= ROWS_MULTIPLE) {
            return Math.max(rows, 1);
        }
        long fitting = (long) bytesMax * rows / bytes;
        return (int) Math.max(ROWS_MULTIPLE, fitting / ROWS_MULTIPLE * ROWS_MULTIPLE);
    }

    /** Takes the rows from the batch; the whole batch is emptied by that. */
    void take(VectorSchemaRoot batch, int start, int rowCount) {
        List<FieldVector> from = batch.getFieldVectors();
        List<FieldVector> to = root.getFieldVectors();
        boolean isWhole = start == 0 && rowCount == batch.getRowCount();
        for (int column = 0; column < from.size(); column++) {
            var pair = from.get(column).makeTransferPair(to.get(column));
            if (isWhole) {
                pair.transfer();
            } else {
                pair.splitAndTransfer(start, rowCount);
            }
        }
        root.setRowCount(rowCount);
    }

    /** Lets go of the rows; what is still being sent stays until it is sent. */
    void release() {
        root.clear();
    }

    @Override
    public void close() {
        root.close();
    }
}
