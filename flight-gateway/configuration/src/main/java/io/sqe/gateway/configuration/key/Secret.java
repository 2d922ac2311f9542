package io.sqe.gateway.configuration.key;

/** A text that is never printed. */
public record Secret(String text) {

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "" : "[REDACTED]";
    }
}
