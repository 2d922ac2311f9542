package io.sqe.gateway.identity.jwt;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;

/** Where a provider publishes its public keys, as a JSON Web Key Set (RFC 7517). */
public sealed interface KeySetSource {
    /** A set of keys is some kilobytes. */
    int BYTES_MAX = 1 << 20;

    /**
     * Reads the keys as they are now.
     *
     * @throws IOException if there are none to read
     */
    JWKSet load() throws IOException;

    /** A file on this machine. */
    record OfFile(Path file) implements KeySetSource {
        @Override
        public JWKSet load() throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return parse(in);
            }
        }
    }

    /** An address, asked without credentials; redirects are not followed. */
    record OfAddress(URI address) implements KeySetSource {
        private static final Duration TIMEOUT = Duration.ofSeconds(5);

        @Override
        public JWKSet load() throws IOException {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(TIMEOUT)
                    .header("Accept", "application/json")
                    .build();
            try (HttpClient http =
                    HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
                HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
                try (InputStream body = response.body()) {
                    if (response.statusCode() != 200) {
                        throw new IOException(
                                "%s answers %d instead of keys".formatted(address, response.statusCode()));
                    }
                    return parse(body);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while asking for keys", interrupted);
            }
        }
    }

    private static JWKSet parse(InputStream in) throws IOException {
        byte[] text = in.readNBytes(BYTES_MAX + 1);
        if (text.length > BYTES_MAX) {
            throw new IOException("A key set of more than %d bytes is none".formatted(BYTES_MAX));
        }
        try {
            return JWKSet.parse(new String(text, StandardCharsets.UTF_8)).toPublicJWKSet();
        } catch (ParseException notKeys) {
            throw new IOException("This is no JSON Web Key Set", notKeys);
        }
    }
}
