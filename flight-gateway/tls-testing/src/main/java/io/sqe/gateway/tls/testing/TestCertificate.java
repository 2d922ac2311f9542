package io.sqe.gateway.tls.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * A key and its certificate for this machine, made by the JDK's keytool and signed by itself. In its folder are both as PEM, {@code
 * NAME.crt} and {@code NAME.key}, and as PKCS 12, {@code NAME.p12}, under {@link #PASSWORD}.
 */
public record TestCertificate(Path folder, String name, KeyStore store) {
    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "sqe";

    /**
     * A new one, good for a year.
     *
     * @param name whom it names, beside this machine
     */
    public static TestCertificate make(Path folder, String name)
            throws IOException, InterruptedException, GeneralSecurityException {
        return make(folder, name, "-1d", 365);
    }

    /**
     * A new one.
     *
     * @param startDate from when it is good, as keytool writes it
     * @param days how long
     */
    public static TestCertificate make(Path folder, String name, String startDate, int days)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
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
                        "-startdate",
                        startDate,
                        "-validity",
                        Integer.toString(days),
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        TestCertificate made = new TestCertificate(folder, name, store);
        made.writeAs(name);
        return made;
    }

    /** Writes the two PEM files under another name. */
    public void writeAs(String other) throws IOException, GeneralSecurityException {
        Files.writeString(folder.resolve(other + ".crt"), certificatePem());
        Files.writeString(folder.resolve(other + ".key"), keyPem());
    }

    public Path certificateFile() {
        return folder.resolve(name + ".crt");
    }

    public Path keyFile() {
        return folder.resolve(name + ".key");
    }

    public Path storeFile() {
        return folder.resolve(name + ".p12");
    }

    public X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) store.getCertificate(ALIAS);
    }

    public String certificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate().getEncoded());
    }

    public String keyPem() throws GeneralSecurityException {
        return pem("PRIVATE KEY", store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
    }

    private static String pem(String label, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, text, label);
    }

    /** Shows the certificate. */
    public X509ExtendedKeyManager keys() throws GeneralSecurityException {
        return Arrays.stream(keyManagers())
                .filter(X509ExtendedKeyManager.class::isInstance)
                .map(X509ExtendedKeyManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private KeyManager[] keyManagers() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        return keys.getKeyManagers();
    }

    private TrustManager[] trustManagers() throws GeneralSecurityException {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        return trusted.getTrustManagers();
    }

    /** Shows this certificate, and trusts it. */
    public SSLContext context() throws GeneralSecurityException {
        return context(keyManagers(), trustManagers());
    }

    /** Shows this certificate, and trusts another. */
    public SSLContext contextTrusting(TestCertificate other) throws GeneralSecurityException {
        return context(keyManagers(), other.trustManagers());
    }

    /** Shows none, and trusts this one. */
    public SSLContext contextOfNobody() throws GeneralSecurityException {
        return context(new KeyManager[0], trustManagers());
    }

    private static SSLContext context(KeyManager[] shown, TrustManager[] trusted) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown, trusted, null);
        return context;
    }
}
