package io.sqe.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.cli.wiring.server.SqeServer;
import io.sqe.gateway.tls.testing.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trino's port and the port of pages behind TLS; the first lets nobody in without a certificate of a known authority. */
final class ClientCertificatesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void trinosPortTakesClientsOfTheAuthorityAloneAndThePagesPortSpeaksTls() throws Exception {
        TestCertificate own = TestCertificate.make(folder, "tls");
        SSLContext known = TestCertificate.make(folder, "known").contextTrusting(own);
        SSLContext stranger = TestCertificate.make(folder, "stranger").contextTrusting(own);
        SSLContext nobody = own.contextOfNobody();
        SealedServer server = SealedServer.in(folder).forClientsOf("known.crt").withMetrics();
        try (SqeServer running = SqeServer.open(server.configuration(), "1.2.3")) {
            String info = "https://localhost:%d/v1/info".formatted(server.trino());
            assertThat(get(info, known).statusCode()).isEqualTo(200);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(info, stranger));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(info, nobody));

            String health = "https://localhost:%d/readyz".formatted(server.metrics() + 1);
            assertThat(get(health, nobody).statusCode()).isEqualTo(200);
            assertThat(running.addresses())
                    .containsEntry("health", "https://127.0.0.1:%d/readyz".formatted(server.metrics() + 1));
            String probe = "http://localhost:%d/readyz".formatted(server.metrics());
            assertThat(get(probe, nobody).statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(String uri, SSLContext as) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().sslContext(as).build()) {
            return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
        }
    }
}
