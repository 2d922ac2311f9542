package io.sqe.gateway.trino.http;

import javax.net.ssl.SSLContext;

/** What the server proves itself with, and whether its clients must prove themselves by a certificate. */
public record HttpTls(SSLContext context, ClientCertificates clients) {

    /** Of clients, checked against what the context trusts. */
    public enum ClientCertificates {
        NOT_ASKED_FOR,
        REQUIRED
    }
}
