package io.sqe.gateway.ingest;

import org.apache.arrow.memory.ArrowBuf;

/** Tells whether bytes are text (RFC 3629: no overlong forms, no surrogates). */
final class Utf8 {
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private Utf8() {}

    static boolean isAscii(ArrowBuf bytes, long start, long end) {
        long at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            if ((bytes.getLong(at) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < end; at++) {
            if (bytes.getByte(at) < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isValid(ArrowBuf bytes, long start, long end) {
        long at = start;
        while (at < end) {
            int length = sequence(bytes, at, end);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** The bytes of the character that starts here; 0 if none does. */
    private static int sequence(ArrowBuf bytes, long at, long end) {
        int first = bytes.getByte(at) & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = length(first);
        if (first < 0xC2 || first > 0xF4 || at + length > end) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes.getByte(at + i) & 0xC0) != 0x80) {
                return 0;
            }
        }
        return isShortest(first, bytes.getByte(at + 1) & 0xFF) ? length : 0;
    }

    private static int length(int first) {
        if (first >= 0xF0) {
            return 4;
        }
        return first >= 0xE0 ? 3 : 2;
    }

    /** Whether the first two bytes begin a character that needs as many, and is one. */
    private static boolean isShortest(int first, int second) {
        return switch (first) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }
}
