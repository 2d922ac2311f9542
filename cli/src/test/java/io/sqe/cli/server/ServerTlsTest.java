package io.sqe.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sqe.cli.wiring.server.SqeServer;
import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.tls.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both protocols behind one certificate, which is renewed while the server runs. */
final class ServerTlsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void renewedCertificateIsThatOfNewConnectionsOnEveryPort() throws Exception {
        TestCertificate.make(folder, "first").writeAs("tls");
        SealedServer sealed = SealedServer.in(folder);
        Configuration configuration = sealed.configuration();
        try (SqeServer server = SqeServer.open(configuration, "1.2.3")) {
            assertThat(subject(sealed.flight())).isEqualTo("CN=first");
            assertThat(subject(sealed.trino())).isEqualTo("CN=first");
            TestCertificate.make(folder, "second").writeAs("tls");
            server.reload(configuration);
            assertThat(subject(sealed.flight())).isEqualTo("CN=second");
            assertThat(subject(sealed.trino())).isEqualTo("CN=second");
            Files.writeString(folder.resolve("tls.key"), "no key");
            assertThatIllegalArgumentException().isThrownBy(() -> server.reload(configuration));
            assertThat(subject(sealed.trino())).isEqualTo("CN=second");
        }
    }

    /** Whose certificate a port shows. */
    private static String subject(int port) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Credulous()}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        }
    }

    /** Looks at certificates and trusts them all. */
    private static final class Credulous implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
