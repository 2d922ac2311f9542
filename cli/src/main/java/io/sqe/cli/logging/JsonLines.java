package io.sqe.cli.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.sqe.gateway.trace.QueryScope;
import io.sqe.gateway.trace.TraceContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/** An event as one JSON object a line. */
final class JsonLines extends EventLines {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LINE_BYTES_USUAL = 512;

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(LINE_BYTES_USUAL);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("timestamp", event.getInstant().toString());
            json.writeStringField("level", event.getLevel().toString());
            json.writeStringField("logger", event.getLoggerName());
            json.writeStringField("thread", event.getThreadName());
            json.writeStringField("message", event.getFormattedMessage());
            writeScope(json);
            writeFields(json, event.getKeyValuePairs());
            Optional<String> stack = stack(event);
            if (stack.isPresent()) {
                json.writeStringField("exception", stack.get());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory takes every byte", impossible);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void writeScope(JsonGenerator json) throws IOException {
        Optional<QueryScope> scope = QueryScope.current();
        if (scope.isPresent()) {
            json.writeStringField("query_id", scope.get().query().text());
            json.writeStringField("user", scope.get().user());
            Optional<TraceContext> trace = scope.get().span().context();
            if (trace.isPresent()) {
                json.writeStringField("trace_id", trace.get().traceId());
                json.writeStringField("span_id", trace.get().spanId());
            }
        }
    }

    /** In an object of their own, so that no name is there twice. */
    private static void writeFields(JsonGenerator json, List<KeyValuePair> fields) throws IOException {
        if (fields == null || fields.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("fields");
        for (KeyValuePair field : fields) {
            switch (field.value) {
                case Integer number -> json.writeNumberField(field.key, number);
                case Long number -> json.writeNumberField(field.key, number);
                case Boolean flag -> json.writeBooleanField(field.key, flag);
                case null, default -> json.writeStringField(field.key, String.valueOf(field.value));
            }
        }
        json.writeEndObject();
    }
}
