package io.sqe.gateway.flight.limit;

/**
 * Sizes on the wire.
 *
 * @param batchRows rows of a batch that is sent, at most
 * @param batchBytes bytes of a batch that is sent: a larger one is cut, down to single rows; clients in Go refuse 16 MiB
 * @param requestBytesMax bytes of one message that is received; more is refused
 * @param receivedBytesMax bytes of memory that what is being received takes, of all clients together: a message may claim to unfold
 *     into more than it has
 * @param headerBytesMax bytes of all headers of a call; more is refused
 * @param sqlBytesMax bytes of one statement's text
 */
public record MessageLimits(
        int batchRows,
        int batchBytes,
        int requestBytesMax,
        long receivedBytesMax,
        int headerBytesMax,
        int sqlBytesMax) {

    public MessageLimits {
        Positive.check(batchRows, batchBytes, requestBytesMax, receivedBytesMax, headerBytesMax, sqlBytesMax);
    }

    public static MessageLimits standard() {
        return new MessageLimits(32_768, 8 << 20, 128 << 20, 1L << 30, 32 << 10, 1 << 20);
    }

    public MessageLimits withBatchBytes(int bytes) {
        return new MessageLimits(batchRows, bytes, requestBytesMax, receivedBytesMax, headerBytesMax, sqlBytesMax);
    }

    public MessageLimits withRequestBytesMax(int bytes) {
        return new MessageLimits(batchRows, batchBytes, bytes, receivedBytesMax, headerBytesMax, sqlBytesMax);
    }

    public MessageLimits withSqlBytesMax(int bytes) {
        return new MessageLimits(batchRows, batchBytes, requestBytesMax, receivedBytesMax, headerBytesMax, bytes);
    }
}
