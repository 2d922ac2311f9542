package io.sqe.gateway.trino.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.helidon.webserver.http.HttpRules;
import io.sqe.gateway.trino.http.TrinoHttpOptions.PasswordsOverHttp;
import io.sqe.gateway.trino.testing.NamedUsers.NameOnly;
import io.sqe.gateway.trino.testing.ScriptedEngine;
import io.sqe.gateway.trino.testing.ServerTrial;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server behind TLS, and a login through a browser. */
final class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeKey() throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "sqe",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        keyStore().toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
    }

    @Test
    void passwordsComeThroughTlsFromTrinosDriver() throws Exception {
        try (var trial = ServerTrial.open(
                        new ScriptedEngine().numbers("SELECT n", 3),
                        options -> options.withTls(context()).with(PasswordsOverHttp.REFUSED),
                        NameOnly.REFUSED);
                Connection connection = DriverManager.getConnection(
                        "jdbc:trino://localhost:%d?user=ann&password=apple&SSL=true&SSLTrustStorePath=%s&SSLTrustStorePassword=%s"
                                .formatted(trial.port(), keyStore(), PASSWORD));
                ResultSet rows = connection.createStatement().executeQuery("SELECT n")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void aClientWithoutCredentialsIsSentToABrowser() throws Exception {
        BrowserLogin login = new BrowserLogin() {
            @Override
            public Optional<Invitation> invite(String baseUri) {
                return Optional.of(new Invitation(baseUri + "/oauth2/start", baseUri + "/oauth2/token/abc"));
            }

            @Override
            public void route(HttpRules rules) {
                rules.get("/oauth2/token/abc", (_, response) -> response.send("{\"token\":\"token-of-ann\"}"));
            }
        };
        try (var trial = ServerTrial.openWithLogin(new ScriptedEngine(), login);
                var client = trial.ann()) {
            assertThat(client.post("SELECT 1").header("WWW-Authenticate"))
                    .contains(
                            "Bearer x_redirect_server=\"http://127.0.0.1:%d/oauth2/start\", x_token_server=\"http://127.0.0.1:%d/oauth2/token/abc\""
                                    .formatted(trial.port(), trial.port()));
            assertThat(client.get("/oauth2/token/abc").body()).contains("token-of-ann");
        }
    }

    @Test
    void plainHttpGetsNoAnswerWhereTlsIsSpoken() throws Exception {
        try (var trial = ServerTrial.open(new ScriptedEngine(), options -> options.withTls(context()));
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest plain = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + trial.port() + "/v1/info"))
                    .build();

            assertThat(catchThrowable(() -> http.send(plain, BodyHandlers.ofString())))
                    .isInstanceOf(IOException.class);
        }
    }

    private static Path keyStore() {
        return folder.resolve("key.p12");
    }

    private static SSLContext context() {
        try (InputStream in = Files.newInputStream(keyStore())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
