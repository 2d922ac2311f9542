package io.sqe.executor.fragment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.roaringbitmap.RoaringBitmap;

/** Positions of rows, read from a Puffin blob {@code deletion-vector-v1} (Iceberg's Puffin spec). */
final class RowBitmap {
    static final RowBitmap EMPTY = new RowBitmap(Map.of());
    private static final int MAGIC = 0x64_39_D3_D1;
    private static final int CRC_BYTES = 4;
    /** The magic number and how many bitmaps follow. */
    private static final int CONTENT_BYTES_MIN = Integer.BYTES + Long.BYTES;

    /** By the upper 32 bits of a position; nearly every file has one. */
    private final Map<Integer, RoaringBitmap> bitmaps;

    private final RoaringBitmap first;

    private RowBitmap(Map<Integer, RoaringBitmap> bitmaps) {
        this.bitmaps = bitmaps;
        this.first = bitmaps.getOrDefault(0, new RoaringBitmap());
    }

    boolean contains(long position) {
        int upper = (int) (position >>> Integer.SIZE);
        if (upper == 0) {
            return first.contains((int) position);
        }
        RoaringBitmap bitmap = bitmaps.get(upper);
        return bitmap != null && bitmap.contains((int) position);
    }

    /**
     * Reads the blob: length and CRC in big-endian, what lies between in little-endian.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    static RowBitmap parse(ByteBuffer blob) {
        if (blob.remaining() < Integer.BYTES) {
            throw new IllegalArgumentException("it is too short");
        }
        int length = blob.order(ByteOrder.BIG_ENDIAN).getInt();
        if (length < CONTENT_BYTES_MIN || length > blob.remaining() - CRC_BYTES) {
            throw new IllegalArgumentException("its length does not fit");
        }
        ByteBuffer content = blob.slice(blob.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        var crc = new CRC32();
        crc.update(content.duplicate());
        if ((int) crc.getValue() != blob.getInt(blob.position() + length)) {
            throw new IllegalArgumentException("its checksum is wrong");
        }
        if (content.getInt() != MAGIC) {
            throw new IllegalArgumentException("it is no deletion vector");
        }
        try {
            return new RowBitmap(bitmaps(content));
        } catch (IOException | RuntimeException damage) {
            throw new IllegalArgumentException("its bitmaps are damaged", damage);
        }
    }

    private static Map<Integer, RoaringBitmap> bitmaps(ByteBuffer content) throws IOException {
        long count = content.getLong();
        if (count < 0) {
            throw new IllegalArgumentException("it has a negative number of bitmaps");
        }
        Map<Integer, RoaringBitmap> bitmaps = new HashMap<>();
        for (long i = 0; i < count; i++) {
            int upper = content.getInt();
            var bitmap = new RoaringBitmap();
            bitmap.deserialize(content);
            content.position(content.position() + bitmap.serializedSizeInBytes());
            bitmaps.put(upper, bitmap);
        }
        return bitmaps;
    }
}
