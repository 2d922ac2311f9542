package io.sqe.cli.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.util.Optional;

/** Events as lines, in whatever form, with nothing before the first and nothing behind the last. */
abstract class EventLines extends EncoderBase<ILoggingEvent> {
    private final ThrowableProxyConverter stacks = new ThrowableProxyConverter();

    @Override
    public final void start() {
        stacks.start();
        super.start();
    }

    /** Where the event's failure comes from, if it is about one. */
    final Optional<String> stack(ILoggingEvent event) {
        return Optional.ofNullable(event.getThrowableProxy()).map(_ -> stacks.convert(event));
    }

    @Override
    public final byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public final byte[] footerBytes() {
        return new byte[0];
    }
}
