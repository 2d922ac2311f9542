package io.sqe.gateway.configuration.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate chain, the server's own first, and its private key. */
public record ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
    /** Time to get another one. */
    private static final Duration SOON = Duration.ofDays(14);

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN (?:PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END (?:PRIVATE KEY)-----");

    public ServerCertificate {
        chain = List.copyOf(chain);
    }

    /**
     * Reads both files.
     *
     * @throws IllegalArgumentException saying what is wrong with them; no part of a key is in it
     */
    public static ServerCertificate read(Path certificate, Path key) {
        List<X509Certificate> chain = certificates(certificate);
        ServerCertificate read = new ServerCertificate(
                chain, privateKey(key, chain.getFirst().getPublicKey().getAlgorithm()));
        if (!read.belongTogether()) {
            throw new IllegalArgumentException("the key in %s is not that of the certificate in %s"
                    .formatted(key.getFileName(), certificate.getFileName()));
        }
        return read;
    }

    /**
     * Reads the certificates of a PEM file.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            byte[] pem = Files.readAllBytes(file);
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
                if (one instanceof X509Certificate certificate) {
                    certificates.add(certificate);
                }
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(
                    "%s holds no certificate in PEM".formatted(file.getFileName()), unreadable);
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("%s holds no certificate in PEM".formatted(file.getFileName()));
        }
        return certificates;
    }

    private static PrivateKey privateKey(Path file, String algorithm) {
        try {
            Matcher pem = PKCS8.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            if (!pem.find()) {
                throw new IllegalArgumentException(
                        "%s holds no unencrypted PKCS#8 key; convert it: openssl pkcs8 -topk8 -nocrypt"
                                .formatted(file.getFileName()));
            }
            byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(
                    "%s holds no %s key, as the certificate needs".formatted(file.getFileName(), algorithm),
                    unreadable);
        }
    }

    private boolean belongTogether() {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            byte[] text = {1, 2, 3};
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(text);
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(chain.getFirst().getPublicKey());
            verifying.update(text);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException different) {
            return false;
        }
    }

    /** Why no client would take it at that time. */
    public Optional<String> invalidity(Instant when) {
        X509Certificate own = chain.getFirst();
        if (own.getNotAfter().toInstant().isBefore(when)) {
            return Optional.of("the certificate expired at " + own.getNotAfter().toInstant());
        }
        return own.getNotBefore().toInstant().isAfter(when)
                ? Optional.of(
                        "the certificate is valid from " + own.getNotBefore().toInstant() + " only")
                : Optional.empty();
    }

    /** When it ends, if that is soon. */
    public Optional<Instant> endsSoon(Instant when) {
        return Optional.of(chain.getFirst().getNotAfter().toInstant()).filter(end -> end.isBefore(when.plus(SOON)));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ServerCertificate[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
