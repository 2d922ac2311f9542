package io.sqe.gateway.flight.statement;

import com.google.protobuf.ByteString;
import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Names something that is held for a client. Nobody can guess one. */
public record Handle(String text) {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Handle random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Handle(HexFormat.of().formatHex(bytes));
    }

    /** @throws CallRefusedException if it is none of ours */
    public static Handle parse(ByteString bytes) {
        if (bytes.size() != BYTES) {
            throw new CallRefusedException(Reason.MALFORMED, "The handle is none that this service gave out.");
        }
        return new Handle(HexFormat.of().formatHex(bytes.toByteArray()));
    }

    public ByteString bytes() {
        return ByteString.copyFrom(HexFormat.of().parseHex(text));
    }
}
