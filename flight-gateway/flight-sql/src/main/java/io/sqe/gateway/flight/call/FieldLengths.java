package io.sqe.gateway.flight.call;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Looks whether the fields of a message are as long as they say. Arrow takes that much memory for a field before it reads it: a few bytes
 * of a stranger's could take two gigabytes.
 */
final class FieldLengths {
    private final InputStream message;

    private FieldLengths(InputStream message) {
        this.message = message;
    }

    /**
     * The same message, from its beginning.
     *
     * @param message tells how much of it there is, as gRPC's do
     * @throws IOException if it ends before one of its fields does, or is no message
     */
    static InputStream checked(InputStream message) throws IOException {
        // What comes compressed can only be read once.
        InputStream again = message.markSupported() ? message : new ByteArrayInputStream(message.readAllBytes());
        again.mark(again.available());
        new FieldLengths(again).check();
        again.reset();
        return again;
    }

    private void check() throws IOException {
        for (int first = message.read(); first >= 0; first = message.read()) {
            int tag = CodedInputStream.readRawVarint32(first, message);
            switch (WireFormat.getTagWireType(tag)) {
                case WireFormat.WIRETYPE_VARINT -> skipVarint();
                case WireFormat.WIRETYPE_FIXED32 -> message.skipNBytes(Integer.BYTES);
                case WireFormat.WIRETYPE_FIXED64 -> message.skipNBytes(Long.BYTES);
                case WireFormat.WIRETYPE_LENGTH_DELIMITED -> skipField();
                default -> throw new IOException("No field of Flight's is of that kind");
            }
        }
    }

    private void skipVarint() throws IOException {
        int next;
        do {
            next = message.read();
        } while (next > Byte.MAX_VALUE);
    }

    private void skipField() throws IOException {
        int length = CodedInputStream.readRawVarint32(message.read(), message);
        if (length < 0 || length > message.available()) {
            throw new IOException("A field is longer than its message");
        }
        message.skipNBytes(length);
    }
}
