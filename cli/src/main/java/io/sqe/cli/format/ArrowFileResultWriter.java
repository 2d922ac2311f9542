package io.sqe.cli.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** Batches as a file of Arrow's IPC format. */
final class ArrowFileResultWriter implements ResultWriter {
    private final WritableByteChannel channel;
    private @Nullable BatchFile file;

    ArrowFileResultWriter(OutputStream out) {
        this.channel = Channels.newChannel(out);
    }

    @Override
    public void begin(Schema schema) throws IOException {
        try (BufferAllocator nothing = new RootAllocator();
                VectorSchemaRoot shape = VectorSchemaRoot.create(schema, nothing)) {
            file = new BatchFile(shape, channel);
        }
        file.start();
    }

    @Override
    public void write(VectorSchemaRoot batch) throws IOException {
        begun().append(batch);
    }

    @Override
    public void end() throws IOException {
        begun().end();
    }

    private BatchFile begun() {
        if (file == null) {
            throw new IllegalStateException("The result has not begun");
        }
        return file;
    }

    /** Takes batches from any root of its schema, where Arrow's own takes those of one. */
    private static final class BatchFile extends ArrowFileWriter {
        BatchFile(VectorSchemaRoot shape, WritableByteChannel channel) {
            super(shape, new MapDictionaryProvider(), channel);
        }

        void append(VectorSchemaRoot batch) throws IOException {
            try (ArrowRecordBatch message = new VectorUnloader(batch).getRecordBatch()) {
                writeRecordBatch(message);
            }
        }
    }
}
