package io.sqe.gateway.trino.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of this machine's own name, made by the JDK's keytool, and clients that trust it. */
public record SelfSigned(Path keyStore) {
    private static final String PASSWORD = "changeit";

    public static SelfSigned none() {
        return new SelfSigned(Path.of(""));
    }

    public static SelfSigned make(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("key.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
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
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
        }
        return new SelfSigned(store);
    }

    /** What Trino's driver is told. */
    public String jdbc() {
        return "SSL=true&SSLTrustStorePath=%s&SSLTrustStorePassword=%s".formatted(keyStore, PASSWORD);
    }

    /** Proves this certificate, and trusts it. */
    public SSLContext context() {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(keys);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
