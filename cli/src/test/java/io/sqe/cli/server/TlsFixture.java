package io.sqe.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** What a server and its clients need to speak TLS in a test: keys, certificates, and ports. */
final class TlsFixture {
    static final String PASSWORD = "changeit";

    private static final String ALIAS = "sqe";

    private TlsFixture() {}

    /**
     * A new key and its certificate, by the JDK's keytool; as PEM they are in the folder.
     *
     * @param name whom the certificate names
     * @param file the name of the two PEM files, which end on {@code .crt} and {@code .key}
     */
    static KeyStore keys(Path folder, String name, String file)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "365",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        writePem(
                folder.resolve(file + ".crt"),
                "CERTIFICATE",
                keys.getCertificate(ALIAS).getEncoded());
        writePem(
                folder.resolve(file + ".key"),
                "PRIVATE KEY",
                keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
        return keys;
    }

    private static void writePem(Path file, String label, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, text, label));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
