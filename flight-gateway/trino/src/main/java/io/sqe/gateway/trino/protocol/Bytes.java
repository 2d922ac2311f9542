package io.sqe.gateway.trino.protocol;

/** Bytes that are handed on without a copy and changed by nobody. Two of them are the same only if they are the same object. */
public final class Bytes {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over: its maker forgets it. */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes);
    }

    public int length() {
        return bytes.length;
    }

    /** The array itself, to be read. */
    public byte[] array() {
        return bytes;
    }
}
