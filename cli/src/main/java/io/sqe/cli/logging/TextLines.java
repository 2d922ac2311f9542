package io.sqe.cli.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.sqe.gateway.trace.QueryScope;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.slf4j.event.KeyValuePair;

/** An event as a line for people, with its stack below it. */
final class TextLines extends EventLines {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());

    @Override
    public byte[] encode(ILoggingEvent event) {
        String logger = event.getLoggerName();
        String text = "%s %-5s %s: %s%s%s"
                .formatted(
                        TIME.format(event.getInstant()),
                        event.getLevel(),
                        logger.substring(logger.lastIndexOf('.') + 1),
                        event.getFormattedMessage(),
                        fields(event),
                        scope());
        String stack = stack(event).orElse("");
        return (onOneLine(text) + System.lineSeparator() + stack).getBytes(StandardCharsets.UTF_8);
    }

    private static String fields(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        for (KeyValuePair field : Objects.requireNonNullElse(event.getKeyValuePairs(), List.<KeyValuePair>of())) {
            text.append(" %s=\"%s\"".formatted(field.key, field.value));
        }
        return text.toString();
    }

    private static String scope() {
        return QueryScope.current().map(TextLines::text).orElse("");
    }

    private static String text(QueryScope scope) {
        String trace = scope.span()
                .context()
                .map(context -> " trace_id=" + context.traceId())
                .orElse("");
        return " query_id=%s user=\"%s\"%s".formatted(scope.query(), scope.user(), trace);
    }

    /** A text that somebody else wrote could else pass for a line of ours. */
    private static String onOneLine(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
