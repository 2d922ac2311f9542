package io.sqe.gateway.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

/** Answers in JSON that no cache keeps and no browser takes for anything else. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static void send(ServerResponse response, Status status, ObjectNode document) {
        response.status(status)
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .send(document.toString());
    }

    static void sendError(ServerResponse response, Status status, String message) {
        send(response, status, object().put("error", message));
    }
}
