package io.sqe.gateway.trino.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sqe.gateway.tls.testing.TestCertificate;
import io.sqe.gateway.trino.http.TrinoHttpOptions.PasswordsOverHttp;
import io.sqe.gateway.trino.testing.NamedUsers.NameOnly;
import io.sqe.gateway.trino.testing.ScriptedEngine;
import io.sqe.gateway.trino.testing.Sealed;
import io.sqe.gateway.trino.testing.ServerTrial;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server behind TLS. */
final class TlsTest {
    @TempDir
    private static Path folder;

    private static SSLContext tls;
    private static String trusting;

    @BeforeAll
    static void makeKey() throws Exception {
        TestCertificate own = TestCertificate.make(folder, "localhost");
        tls = own.context();
        trusting = Sealed.jdbc(own);
    }

    @Test
    void passwordsComeThroughTlsFromTrinosDriver() throws Exception {
        try (var trial = ServerTrial.open(
                        new ScriptedEngine().numbers("SELECT n", 3),
                        options -> options.withTls(tls).with(PasswordsOverHttp.REFUSED),
                        NameOnly.REFUSED);
                Connection connection = DriverManager.getConnection(
                        "jdbc:trino://localhost:%d?user=ann&password=apple&%s".formatted(trial.port(), trusting));
                ResultSet rows = connection.createStatement().executeQuery("SELECT n")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void plainHttpGetsNoAnswerWhereTlsIsSpoken() throws Exception {
        try (var trial = ServerTrial.open(new ScriptedEngine(), options -> options.withTls(tls));
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest plain = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + trial.port() + "/v1/info"))
                    .build();

            assertThat(catchThrowable(() -> http.send(plain, BodyHandlers.ofString())))
                    .isInstanceOf(IOException.class);
        }
    }
}
