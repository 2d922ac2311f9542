package io.sqe.gateway.ingest;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.Cancellation;
import io.sqe.executor.ExecutorException;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.planner.binding.SentRows.SentColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.ipc.message.MessageSerializer;

/** The rows of one ingestion as a file in Arrow's stream format, in a folder of their own. Closed when they are written or not wanted. */
public final class StagedRows implements AutoCloseable {
    /** Bytes that a message has around its buffers, about. */
    private static final int MESSAGE_BYTES = 1_024;

    private final Path folder;
    private final SentColumns columns;
    private final Staging staging;
    private final BufferAllocator allocator;
    private long bytes;

    StagedRows(Path folder, SentColumns columns, Staging staging, BufferAllocator allocator) {
        this.folder = folder;
        this.columns = columns;
        this.staging = staging;
        this.allocator = allocator;
    }

    /** Where the rows are once they are there. */
    public Path file() {
        return folder.resolve("rows.arrow");
    }

    /** The columns of the rows. */
    public List<SentColumn> columns() {
        return columns.sent();
    }

    /**
     * Takes rows to their end, a batch at a time and no faster than the disk. Cancellation ends it, also while it waits for the
     * sender.
     *
     * @throws QueryException if what is sent is no batch of the columns, or too much
     */
    public void fill(ArrowStream rows, Cancellation cancellation) {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var waiting = new InterruptibleWait(cancellation)) {
            var file = new WriteChannel(channel);
            MessageSerializer.serialize(file, columns.schema());
            while (waiting.during(rows::loadNext)) {
                write(rows.batch(), file);
                cancellation.failIfRequested();
            }
            ArrowStreamWriter.writeEndOfStream(file, IpcOption.DEFAULT);
        } catch (IOException failure) {
            if (cancellation.isRequested()) {
                throw new ExecutorException.Cancelled();
            }
            throw new UncheckedIOException("Cannot keep the rows that are sent in " + folder, failure);
        }
    }

    private void write(VectorSchemaRoot sent, WriteChannel file) throws IOException {
        try (VectorSchemaRoot checked = columns.checked(sent, allocator);
                ArrowRecordBatch batch = new VectorUnloader(checked).getRecordBatch()) {
            long more = MESSAGE_BYTES + batch.computeBodyLength();
            staging.take(more);
            bytes += more;
            MessageSerializer.serialize(file, batch);
        } catch (IndexOutOfBoundsException | IllegalArgumentException lie) {
            // What the checks overlook, Arrow's own access to buffers notices.
            throw new QueryException(
                    ErrorCode.INVALID_ARGUMENTS,
                    "The rows that were sent are damaged: a batch's buffers are shorter than it says.",
                    Optional.empty(),
                    lie);
        }
    }

    @Override
    public void close() {
        staging.giveBack(bytes);
        bytes = 0;
        try {
            Files.deleteIfExists(file());
            Files.deleteIfExists(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot remove the rows that were sent from " + folder, failure);
        }
    }
}
