package org.apache.arrow.flight;

import org.apache.arrow.flight.ArrowMessage.HeaderType;
import org.jspecify.annotations.NullMarked;

/**
 * Tells what a message is that a client has sent. It stands in Arrow's package because the message's class is not public, and nothing
 * that is tells a batch of another schema from an empty one.
 */
@NullMarked
public final class SentMessages {
    private SentMessages() {}

    public static boolean isSchema(Object message) {
        return message instanceof ArrowMessage sent && sent.getMessageType() == HeaderType.SCHEMA;
    }

    /** Whether a message says what the stream is for; the first one should. */
    public static boolean isDescribed(Object message) {
        return message instanceof ArrowMessage sent && sent.getDescriptor() != null;
    }

    /** Frees a message that is not handed on. */
    public static void release(Object message) {
        if (message instanceof ArrowMessage sent) {
            closed(sent);
        }
    }

    private static void closed(ArrowMessage sent) {
        try {
            sent.close();
        } catch (Exception failure) { // catches all: the signature of Arrow's class
            throw new IllegalStateException("A message was not freed", failure);
        }
    }
}
