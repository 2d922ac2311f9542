package io.sqe.gateway.trino.statement;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.sqe.executor.ArrowStream;
import io.sqe.gateway.trino.protocol.Bytes;
import io.sqe.gateway.trino.type.ArrowToTrino;
import io.sqe.gateway.trino.type.Rendering;
import io.sqe.gateway.trino.type.TrinoColumn;
import io.sqe.gateway.trino.type.ValueWriter;
import io.sqe.gateway.trino.type.ValueWriters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The rows of an Arrow stream as JSON. The stream is its opener's to close. */
public final class ArrowRows implements RowSource {
    private static final JsonFactory JSON = new JsonFactory();

    private final ArrowStream stream;
    private final ValueWriters writers;

    private List<TrinoColumn> columns;
    private List<ValueWriter> values = List.of();
    private boolean isStarted;
    private int row;
    private int rowsInBatch;

    public ArrowRows(ArrowStream stream, Rendering rendering) {
        this.stream = stream;
        this.writers = new ValueWriters(rendering);
        this.columns = ArrowToTrino.columns(stream.schema());
    }

    @Override
    public List<TrinoColumn> columns() {
        return columns;
    }

    @Override
    public RowPage next(PageRoom room) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rows = 0;
        boolean isLast = false;
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            PageFill fill = new PageFill(room);
            json.writeStartArray();
            while (!isLast && fill.isRoomAfter(rows, (long) bytes.size() + json.getOutputBuffered())) {
                if (hasRow()) {
                    writeRow(json);
                    rows++;
                } else {
                    isLast = true;
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new RowPage(Bytes.of(bytes.toByteArray()), rows, isLast);
    }

    private boolean hasRow() {
        while (row == rowsInBatch) {
            if (!stream.loadNext()) {
                return false;
            }
            if (!isStarted) {
                columns = ArrowToTrino.columns(stream.batch());
                isStarted = true;
            }
            values = stream.batch().getFieldVectors().stream().map(writers::of).toList();
            rowsInBatch = stream.batch().getRowCount();
            row = 0;
        }
        return true;
    }

    private void writeRow(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (ValueWriter value : values) {
            value.write(row, json);
        }
        json.writeEndArray();
        row++;
    }

    /** Tells when a page is full. */
    private static final class PageFill {
        private static final int ROWS_BETWEEN_CHECKS = 256;

        private final PageRoom room;
        private final long start = System.nanoTime();

        PageFill(PageRoom room) {
            this.room = room;
        }

        /** Always before the first row: a page without rows would bring a client no further. */
        boolean isRoomAfter(long rows, long bytes) {
            if (rows == 0) {
                return true;
            }
            boolean isLate = rows % ROWS_BETWEEN_CHECKS == 0
                    && System.nanoTime() - start > room.timeMax().toNanos();
            return !isLate && bytes < room.bytesMax() && room.mayGrowTo().test(bytes);
        }
    }
}
