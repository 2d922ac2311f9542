package io.sqe.catalog.iceberg.footer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;
import org.apache.parquet.format.Util;

/**
 * What the footer of one Parquet file says (Parquet format, "File format": {@code … footer, 4-byte length, PAR1}).
 *
 * @param lengthBytes of the whole file
 * @param splitOffsets where row groups begin, in order: where a reader may split the file
 */
public record ParquetFooter(
        String location, long lengthBytes, long rowCount, List<Long> splitOffsets, List<FileColumn> columns) {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL_BYTES = 8;
    /** Read at once from the end: enough for the footers of most files. */
    private static final int GUESS_BYTES = 64 * 1024;

    public ParquetFooter {
        splitOffsets = List.copyOf(splitOffsets);
        columns = List.copyOf(columns);
    }

    /** @throws RuntimeIOException if the file cannot be read or is no Parquet file */
    public static ParquetFooter read(InputFile file) {
        long length = file.getLength();
        try (SeekableInputStream stream = file.newStream()) {
            byte[] end = readEnd(stream, length, (int) Math.min(length, GUESS_BYTES));
            int footerBytes = footerLength(end, file.location(), length);
            if (footerBytes + TAIL_BYTES > end.length) {
                end = readEnd(stream, length, footerBytes + TAIL_BYTES);
            }
            var bytes = new ByteArrayInputStream(end, end.length - TAIL_BYTES - footerBytes, footerBytes);
            var footer = new ThriftFooter(Util.readFileMetaData(bytes));
            return new ParquetFooter(
                    file.location(), length, footer.rowCount(), footer.splitOffsets(), footer.columns());
        } catch (IOException e) {
            throw new RuntimeIOException(e, "Cannot read the footer of %s", file.location());
        }
    }

    /** Whether the columns carry Iceberg's field ids. */
    public boolean hasFieldIds() {
        return columns.stream().anyMatch(column -> column.fieldId() != FileColumn.NO_FIELD_ID);
    }

    private static byte[] readEnd(SeekableInputStream stream, long length, int count) throws IOException {
        stream.seek(length - count);
        return stream.readNBytes(count);
    }

    private static int footerLength(byte[] end, String location, long fileLength) throws IOException {
        boolean isParquet = end.length >= TAIL_BYTES
                && Arrays.equals(MAGIC, 0, MAGIC.length, end, end.length - MAGIC.length, end.length);
        if (!isParquet) {
            throw new IOException("%s is not a Parquet file, or was cut short".formatted(location));
        }
        int footerBytes = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(end.length - TAIL_BYTES);
        if (footerBytes <= 0 || footerBytes > fileLength - TAIL_BYTES - MAGIC.length) {
            throw new IOException("%s has a damaged Parquet footer".formatted(location));
        }
        return footerBytes;
    }
}
