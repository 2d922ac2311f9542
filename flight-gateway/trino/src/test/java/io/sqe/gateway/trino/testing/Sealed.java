package io.sqe.gateway.trino.testing;

import io.sqe.gateway.tls.testing.TestCertificate;

/** How Trino's driver is told to trust a certificate. */
public final class Sealed {
    private Sealed() {}

    /** What is put into its address. */
    public static String jdbc(TestCertificate trusted) {
        return "SSL=true&SSLTrustStorePath=%s&SSLTrustStorePassword=%s"
                .formatted(trusted.storeFile(), TestCertificate.PASSWORD);
    }
}
