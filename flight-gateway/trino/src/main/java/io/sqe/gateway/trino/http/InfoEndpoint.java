package io.sqe.gateway.trino.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.trino.protocol.InvalidRequestException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/** {@code /v1/info}, {@code /v1/info/state} and {@code /v1/status}: which server this is, and that it lives. Open to everybody. */
final class InfoEndpoint implements HttpService {
    /** The Trino whose protocol this is, and that this is not Trino. */
    static final String VERSION = "476-sqe";

    private static final JsonFactory JSON = new JsonFactory();

    private final String environment;
    private final long startNanos = System.nanoTime();

    InfoEndpoint(String environment) {
        this.environment = environment;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/info", (_, response) -> send(response, this::info));
        rules.get("/info/state", (_, response) -> send(response, json -> json.writeString("ACTIVE")));
        rules.get("/info/coordinator", (_, response) -> response.send());
        rules.get("/status", (_, response) -> send(response, this::status));
        rules.head("/status", (_, response) -> response.send());
        rules.any("/info", InfoEndpoint::refuseMethod);
        rules.any("/info/state", InfoEndpoint::refuseMethod);
        rules.any("/status", InfoEndpoint::refuseMethod);
    }

    private static void refuseMethod(ServerRequest request, ServerResponse response) {
        throw new InvalidRequestException(405, "Method Not Allowed");
    }

    private void info(JsonGenerator json) throws IOException {
        json.writeStartObject();
        node(json);
        json.writeBooleanField("starting", false);
        json.writeEndObject();
    }

    private void status(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("nodeId", "coordinator");
        node(json);
        json.writeStringField("externalAddress", "");
        json.writeStringField("internalAddress", "");
        json.writeObjectFieldStart("memoryInfo");
        json.writeNumberField("availableProcessors", Runtime.getRuntime().availableProcessors());
        json.writeEndObject();
        json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
        json.writeNumberField("processCpuLoad", 0);
        json.writeNumberField("systemCpuLoad", 0);
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        json.writeNumberField("heapUsed", heap.getUsed());
        json.writeNumberField("heapAvailable", heap.getMax());
        json.writeNumberField(
                "nonHeapUsed",
                ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed());
        json.writeEndObject();
    }

    private void node(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("nodeVersion");
        json.writeStringField("version", VERSION);
        json.writeEndObject();
        json.writeStringField("environment", environment);
        json.writeBooleanField("coordinator", true);
        json.writeStringField("uptime", uptime());
    }

    private String uptime() {
        return String.format(
                Locale.ROOT,
                "%.2fs",
                Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1_000.0);
    }

    private static void send(ServerResponse response, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            body.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(bytes.toByteArray());
    }

    /** What to answer. */
    @FunctionalInterface
    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }
}
