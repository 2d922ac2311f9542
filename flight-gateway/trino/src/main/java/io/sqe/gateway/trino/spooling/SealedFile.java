package io.sqe.gateway.trino.spooling;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A segment on disk, encrypted with AES-256-GCM under a key that is used for nothing else. It is sealed frame by frame, so that it is
 * read in little memory and no frame is given out before it is known to be genuine; a frame's number and whether it is the last are
 * its nonce, so that frames can be neither moved nor left out.
 */
final class SealedFile {
    private static final int FRAME_BYTES = 64 << 10;
    private static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private SealedFile() {}

    /** How long the file of so many bytes is. */
    static long sealedLength(long bytes) {
        return bytes + frames(bytes) * TAG_BYTES;
    }

    private static long frames(long bytes) {
        return Math.max(1, (bytes + FRAME_BYTES - 1) / FRAME_BYTES);
    }

    /** Writes a file that was not there. */
    static void write(Path file, byte[] bytes, SegmentKey key) throws IOException {
        long frames = frames(bytes.length);
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), FRAME_BYTES)) {
            for (int frame = 0; frame < frames; frame++) {
                int start = frame * FRAME_BYTES;
                int length = Math.min(FRAME_BYTES, bytes.length - start);
                out.write(cipher(Cipher.ENCRYPT_MODE, key, frame, frame == frames - 1)
                        .doFinal(bytes, start, length));
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java encrypts with AES-GCM", impossible);
        }
    }

    /** The bytes that were written; the caller closes it. Reading ends with an {@link IOException} where they were tampered with. */
    static InputStream open(Path file, long bytes, SegmentKey key) throws IOException {
        return new Frames(Files.newInputStream(file), frames(bytes), key);
    }

    private static Cipher cipher(int mode, SegmentKey key, long frame, boolean isLast) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .putInt(isLast ? 1 : 0)
                .putLong(frame)
                .array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        return cipher;
    }

    /** Opens one frame after the other. */
    private static final class Frames extends InputStream {
        private final InputStream sealed;
        private final long frames;
        private final SegmentKey key;

        private byte[] frame = new byte[0];
        private int position;
        private long opened;

        Frames(InputStream sealed, long frames, SegmentKey key) {
            this.sealed = sealed;
            this.frames = frames;
            this.key = key;
        }

        @Override
        public int read() throws IOException {
            return hasMore() ? frame[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int count = Math.min(length, frame.length - position);
            System.arraycopy(frame, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean hasMore() throws IOException {
            while (position == frame.length && opened < frames) {
                byte[] next = sealed.readNBytes(FRAME_BYTES + TAG_BYTES);
                try {
                    frame = cipher(Cipher.DECRYPT_MODE, key, opened, opened == frames - 1)
                            .doFinal(next);
                } catch (GeneralSecurityException notGenuine) {
                    throw new IOException("A spooled segment is not what was written", notGenuine);
                }
                position = 0;
                opened++;
            }
            return position < frame.length;
        }

        @Override
        public void close() throws IOException {
            sealed.close();
        }
    }
}
