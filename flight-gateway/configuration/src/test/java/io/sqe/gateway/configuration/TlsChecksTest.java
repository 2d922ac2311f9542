package io.sqe.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sqe.gateway.configuration.Configuration.Insecurity;
import io.sqe.gateway.configuration.key.Problem;
import io.sqe.gateway.tls.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsChecksTest {
    @TempDir
    private static Path folder = Path.of("");

    private static TestCertificate good;
    private static TestCertificate ending;
    private static TestCertificate expired;

    @BeforeAll
    static void makeCertificates() throws Exception {
        good = TestCertificate.make(folder, "good", "-1d", 365);
        ending = TestCertificate.make(folder, "ending", "-1d", 3);
        expired = TestCertificate.make(folder, "expired", "-9d", 3);
    }

    @Test
    void pairThatBelongsTogetherIsTaken() throws IOException {
        assertThat(problems(good.certificateFile(), good.keyFile())).isEmpty();
    }

    @Test
    void certificateThatEndsSoonIsWarnedOf() throws IOException {
        assertThat(problems(ending.certificateFile(), ending.keyFile()))
                .singleElement()
                .asString()
                .startsWith("warning: sqe.toml:2:1: coordinator.tls.cert_file: the certificate ends at 20")
                .endsWith("get another and send SIGHUP");
    }

    @Test
    void keyOfAnotherCertificateIsRefused() throws IOException {
        assertThat(problems(good.certificateFile(), expired.keyFile()))
                .containsExactly(
                        "error: sqe.toml:2:1: coordinator.tls.cert_file: the key in expired.key is not that of the certificate in good.crt");
    }

    @Test
    void expiredCertificateIsRefused() throws IOException {
        assertThat(problems(expired.certificateFile(), expired.keyFile()))
                .singleElement()
                .asString()
                .startsWith("error: sqe.toml:2:1: coordinator.tls.cert_file: the certificate expired at 20");
    }

    @Test
    void fileThatHoldsSomethingElseIsRefused() throws IOException {
        assertThat(problems(good.keyFile(), good.keyFile()))
                .containsExactly(
                        "error: sqe.toml:2:1: coordinator.tls.cert_file: good.key holds no certificate in PEM");
        assertThat(problems(good.certificateFile(), good.certificateFile()))
                .containsExactly(
                        "error: sqe.toml:2:1: coordinator.tls.cert_file: good.crt holds no unencrypted PKCS#8 key; convert it: openssl pkcs8 -topk8 -nocrypt");
    }

    /** Those about TLS files. */
    private static List<String> problems(Path certificate, Path key) throws IOException {
        Path file = Files.writeString(folder.resolve("sqe.toml"), """
                [coordinator.tls]
                cert_file = "%s"
                key_file = "%s"
                """.formatted(certificate, key));
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class,
                () -> Configuration.load(Optional.of(file), Map.of(), Insecurity.REFUSED));
        List<Problem> problems = refused == null
                ? Configuration.load(Optional.of(file), Map.of(), Insecurity.REFUSED)
                        .warnings()
                : refused.problems();
        return problems.stream()
                .map(Problem::toString)
                .filter(text -> text.contains("coordinator.tls"))
                .toList();
    }
}
