package io.sqe.gateway.trino.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.sqe.gateway.trino.protocol.ResultPage.PageData;
import io.sqe.gateway.trino.protocol.ResultPage.Segment;
import io.sqe.gateway.trino.protocol.ResultPage.SegmentMetadata;
import io.sqe.gateway.trino.type.Rendering.TimePrecision;
import io.sqe.gateway.trino.type.TypeSignatures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes result pages as the client protocol has them. */
public final class PageJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Bytes NOTHING = Bytes.of(new byte[0]);

    private final String baseUri;
    private final TimePrecision precision;

    /** @param baseUri the server's address as the client knows it, without a slash at its end */
    public PageJson(String baseUri, TimePrecision precision) {
        this.baseUri = baseUri;
        this.precision = precision;
    }

    /** The page in three parts, to be sent one after the other: rows are not copied. */
    public Parts parts(ResultPage page) {
        Bytes rows = page.data() instanceof PageData.Inline(Bytes json, long count) && count > 0 ? json : NOTHING;
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        Switching target = new Switching(head);
        try (JsonGenerator json = JSON.createGenerator(target)) {
            json.writeStartObject();
            beforeData(page, json);
            if (rows.length() > 0) {
                json.writeFieldName("data");
                json.writeRawValue("");
                json.flush();
                target.switchTo(tail);
            }
            afterData(page, json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Parts(Bytes.of(head.toByteArray()), rows, Bytes.of(tail.toByteArray()));
    }

    private void beforeData(ResultPage page, JsonGenerator json) throws IOException {
        json.writeStringField("id", page.queryId());
        json.writeStringField("infoUri", baseUri + "/ui/query.html?" + page.queryId());
        if (page.nextPath().isPresent()) {
            json.writeStringField("nextUri", baseUri + page.nextPath().get());
        }
        if (page.columns().isPresent()) {
            json.writeFieldName("columns");
            new TypeSignatures(json, precision).write(page.columns().get());
        }
        if (page.data() instanceof PageData.Segments segments) {
            json.writeFieldName("data");
            segments(segments, json);
        }
    }

    private void segments(PageData.Segments data, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("encoding", data.encoding());
        json.writeObjectFieldStart("metadata");
        json.writeEndObject();
        json.writeArrayFieldStart("segments");
        for (Segment segment : data.segments()) {
            segment(segment, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void segment(Segment segment, JsonGenerator json) throws IOException {
        json.writeStartObject();
        switch (segment) {
            case Segment.Inlined(var bytes, var _) -> {
                json.writeStringField("type", "inline");
                json.writeFieldName("data");
                json.writeBinary(bytes.array());
            }
            case Segment.Spooled(var path, var ackPath, var headers, var _) -> {
                json.writeStringField("type", "spooled");
                json.writeStringField("uri", baseUri + path);
                json.writeStringField("ackUri", baseUri + ackPath);
                headers(headers, json);
            }
        }
        json.writeFieldName("metadata");
        metadata(segment.metadata(), json);
        json.writeEndObject();
    }

    private static void headers(Map<String, String> headers, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            json.writeArrayFieldStart(header.getKey());
            json.writeString(header.getValue());
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void metadata(SegmentMetadata metadata, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("rowOffset", metadata.rowOffset());
        json.writeNumberField("rowsCount", metadata.rows());
        json.writeNumberField("segmentSize", metadata.size());
        if (metadata.uncompressedSize().isPresent()) {
            json.writeNumberField(
                    "uncompressedSize", metadata.uncompressedSize().getAsLong());
        }
        json.writeEndObject();
    }

    private static void afterData(ResultPage page, JsonGenerator json) throws IOException {
        StatusJson status = new StatusJson(json);
        json.writeFieldName("stats");
        status.statistics(page.statistics());
        if (page.error().isPresent()) {
            json.writeFieldName("error");
            status.error(page.error().get());
        }
        json.writeArrayFieldStart("warnings");
        json.writeEndArray();
        if (page.updateType().isPresent()) {
            json.writeStringField("updateType", page.updateType().get());
        }
        if (page.updateCount().isPresent()) {
            json.writeNumberField("updateCount", page.updateCount().getAsLong());
        }
    }

    /** A page's bytes. */
    public record Parts(Bytes head, Bytes rows, Bytes tail) {
        public long length() {
            return (long) head.length() + rows.length() + tail.length();
        }

        public void writeTo(OutputStream out) throws IOException {
            out.write(head.array());
            out.write(rows.array());
            out.write(tail.array());
        }
    }

    /** Goes on into another stream when told to. */
    private static final class Switching extends OutputStream {
        private OutputStream target;

        Switching(OutputStream target) {
            this.target = target;
        }

        void switchTo(OutputStream next) {
            target = next;
        }

        @Override
        public void write(int b) throws IOException {
            target.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            target.write(bytes, offset, length);
        }
    }
}
