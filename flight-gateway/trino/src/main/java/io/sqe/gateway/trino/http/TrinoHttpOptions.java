package io.sqe.gateway.trino.http;

import io.sqe.gateway.trino.spooling.SpoolLimits;
import io.sqe.gateway.trino.statement.StatementLimits;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where and how the server listens.
 *
 * @param host to bind to
 * @param port 0 for any free one
 * @param tls absent for plain HTTP
 * @param environment a word that tells this server from others, shown by clients
 * @param defaultCatalog of clients that name none
 */
public record TrinoHttpOptions(
        String host,
        int port,
        Optional<HttpTls> tls,
        PasswordsOverHttp passwordsOverHttp,
        ForwardedHeaders forwardedHeaders,
        String environment,
        String defaultCatalog,
        ZoneId defaultZone,
        HttpLimits httpLimits,
        StatementLimits statementLimits,
        SpoolLimits spoolLimits) {

    /** Plain HTTP on the loopback address; passwords are refused, forwarded headers ignored. */
    public static TrinoHttpOptions loopback(int port, String defaultCatalog) {
        return new TrinoHttpOptions(
                "127.0.0.1",
                port,
                Optional.empty(),
                PasswordsOverHttp.REFUSED,
                ForwardedHeaders.IGNORED,
                "sqe",
                defaultCatalog,
                ZoneOffset.UTC,
                HttpLimits.standard(),
                StatementLimits.standard(),
                SpoolLimits.standard());
    }

    public TrinoHttpOptions withTls(SSLContext context) {
        return new TrinoHttpOptions(
                host,
                port,
                Optional.of(new HttpTls(context, HttpTls.ClientCertificates.NOT_ASKED_FOR)),
                passwordsOverHttp,
                forwardedHeaders,
                environment,
                defaultCatalog,
                defaultZone,
                httpLimits,
                statementLimits,
                spoolLimits);
    }

    public TrinoHttpOptions with(PasswordsOverHttp passwords) {
        return new TrinoHttpOptions(
                host,
                port,
                tls,
                passwords,
                forwardedHeaders,
                environment,
                defaultCatalog,
                defaultZone,
                httpLimits,
                statementLimits,
                spoolLimits);
    }

    public TrinoHttpOptions with(ForwardedHeaders forwarded) {
        return new TrinoHttpOptions(
                host,
                port,
                tls,
                passwordsOverHttp,
                forwarded,
                environment,
                defaultCatalog,
                defaultZone,
                httpLimits,
                statementLimits,
                spoolLimits);
    }

    public TrinoHttpOptions with(HttpLimits limits) {
        return new TrinoHttpOptions(
                host,
                port,
                tls,
                passwordsOverHttp,
                forwardedHeaders,
                environment,
                defaultCatalog,
                defaultZone,
                limits,
                statementLimits,
                spoolLimits);
    }

    public TrinoHttpOptions with(StatementLimits limits) {
        return new TrinoHttpOptions(
                host,
                port,
                tls,
                passwordsOverHttp,
                forwardedHeaders,
                environment,
                defaultCatalog,
                defaultZone,
                httpLimits,
                limits,
                spoolLimits);
    }

    public TrinoHttpOptions with(SpoolLimits limits) {
        return new TrinoHttpOptions(
                host,
                port,
                tls,
                passwordsOverHttp,
                forwardedHeaders,
                environment,
                defaultCatalog,
                defaultZone,
                httpLimits,
                statementLimits,
                limits);
    }

    /** Whether a password or token may come over a connection that anybody can read. */
    public enum PasswordsOverHttp {
        REFUSED,
        ALLOWED
    }

    /** Whether {@code X-Forwarded-*} says where clients see the server. Only a proxy in front of it makes them trustworthy. */
    public enum ForwardedHeaders {
        IGNORED,
        TRUSTED
    }
}
