package io.sqe.gateway.trino.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.trino.protocol.Bytes;
import io.sqe.gateway.trino.protocol.InvalidRequestException;
import io.sqe.gateway.trino.spooling.SegmentStore;

/**
 * {@code /v1/spooled}: gives segments and takes their acknowledgement. Clients fetch them without credentials, as they would from an
 * object store: the id is the proof.
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
        Bytes segment = store.find(request.path().pathParameters().get("id"))
                .orElseThrow(() -> new InvalidRequestException(404, "Segment not found"));
        response.header(HeaderNames.CONTENT_TYPE, "application/octet-stream");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(segment.array());
    }

    private void acknowledge(ServerRequest request, ServerResponse response) {
        store.acknowledge(request.path().pathParameters().get("id"));
        response.send();
    }
}
