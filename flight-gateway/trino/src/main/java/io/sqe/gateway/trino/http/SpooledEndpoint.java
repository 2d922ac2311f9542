package io.sqe.gateway.trino.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.trino.protocol.InvalidRequestException;
import io.sqe.gateway.trino.spooling.SegmentContent;
import io.sqe.gateway.trino.spooling.SegmentEncoding;
import io.sqe.gateway.trino.spooling.SegmentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * {@code /v1/spooled}: gives segments and takes their acknowledgement. Clients fetch them without credentials, as they would from an
 * object store: the segment's key, which only the statement's own client was told, is the proof. The address alone, which logs of
 * proxies have, is not.
 */
final class SpooledEndpoint implements HttpService {
    private final SegmentStore store;

    SpooledEndpoint(SegmentStore store) {
        this.store = store;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/download/{id}", this::download);
        rules.get("/ack/{id}", this::acknowledge);
        rules.delete("/download/{id}", this::acknowledge);
    }

    private void download(ServerRequest request, ServerResponse response) {
        SegmentContent segment = store.find(id(request), key(request))
                .orElseThrow(() -> new InvalidRequestException(404, "Segment not found"));
        response.header(HeaderNames.CONTENT_TYPE, "application/octet-stream");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.contentLength(segment.length());
        try (InputStream rows = segment.stream();
                OutputStream out = response.outputStream()) {
            rows.transferTo(out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void acknowledge(ServerRequest request, ServerResponse response) {
        store.acknowledge(id(request), key(request));
        response.send();
    }

    private static String id(ServerRequest request) {
        return request.path().pathParameters().get("id");
    }

    private static String key(ServerRequest request) {
        return RequestHeaders.first(request, SegmentEncoding.KEY_HEADER).orElse("");
    }
}
