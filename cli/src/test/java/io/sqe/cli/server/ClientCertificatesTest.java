package io.sqe.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.cli.wiring.server.SqeServer;
import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.Configuration.Insecurity;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trino's port and the port of pages behind TLS; the first lets nobody in without a certificate of a known authority. */
final class ClientCertificatesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void trinosPortTakesClientsOfTheAuthorityAloneAndThePagesPortSpeaksTls() throws Exception {
        KeyStore server = keys("server");
        KeyStore known = keys("known");
        KeyStore stranger = keys("stranger");
        int trino = TlsFixture.freePort();
        int metrics = freePair();
        try (SqeServer running = SqeServer.open(configuration(trino, metrics), "1.2.3")) {
            String info = "https://localhost:%d/v1/info".formatted(trino);
            assertThat(get(info, server, Optional.of(known)).statusCode()).isEqualTo(200);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(info, server, Optional.of(stranger)));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(info, server, Optional.empty()));

            String health = "https://localhost:%d/readyz".formatted(metrics + 1);
            assertThat(get(health, server, Optional.empty()).statusCode()).isEqualTo(200);
            assertThat(running.addresses())
                    .containsEntry("health", "https://127.0.0.1:%d/readyz".formatted(metrics + 1));
            String probe = "http://localhost:%d/readyz".formatted(metrics);
            assertThat(get(probe, server, Optional.empty()).statusCode()).isEqualTo(200);
        }
    }

    private Configuration configuration(int trino, int metrics) throws IOException {
        Path file = Files.writeString(folder.resolve("sqe.toml"), """
                [coordinator]
                engine = "embedded"
                flight_sql_port = 0
                trino_http_port = %2$d
                memory_limit = "1GB"
                spill_dir = "%1$s/spill"
                tls = { cert_file = "%1$s/server.crt", key_file = "%1$s/server.key", ca_file = "%1$s/known.crt" }
                [metrics]
                prometheus_port = %3$d
                tls = true
                [spooling]
                directory = "%1$s/spool"
                [session]
                secrets_path = "%1$s/session.keys"
                revocations_path = "%1$s/session.revocations"
                [catalog]
                warehouse = "%1$s/warehouse"
                """.formatted(folder, trino, metrics));
        return Configuration.load(Optional.of(file), Map.of(), Insecurity.REFUSED);
    }

    private static HttpResponse<String> get(String uri, KeyStore trusted, Optional<KeyStore> own)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (HttpClient http =
                HttpClient.newBuilder().sslContext(context(trusted, own)).build()) {
            return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
        }
    }

    private static SSLContext context(KeyStore trusted, Optional<KeyStore> own) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManager[] shown = new KeyManager[0];
        if (own.isPresent()) {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own.get(), TlsFixture.PASSWORD.toCharArray());
            shown = keys.getKeyManagers();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown, trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore keys(String name) throws IOException, InterruptedException, GeneralSecurityException {
        return TlsFixture.keys(folder, name, name);
    }

    private static int freePair() throws IOException {
        int first = TlsFixture.freePort();
        try (ServerSocket second = new ServerSocket(first + 1)) {
            return second.getLocalPort() - 1;
        } catch (IOException taken) {
            return freePair();
        }
    }
}
