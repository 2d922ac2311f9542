package io.sqe.gateway.trino.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of a login through a browser. They are texts of ours: nothing that a stranger sent is ever in them. */
enum LoginForm {
    ASKING("login-asked.html", "login-form.html"),
    WRONG("login-asked.html", "login-wrong.html", "login-form.html"),
    TOO_MANY("login-asked.html", "login-later.html", "login-form.html"),
    DONE("login-done.html"),
    OVER("login-over.html");

    /** No script, no other server, in no frame; the form goes back to where it came from. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final String text;

    /** @param parts what stands below the head, one after the other */
    LoginForm(String... parts) {
        this.text = Stream.concat(Stream.of("login-head.html"), Stream.of(parts))
                .map(LoginForm::read)
                .collect(Collectors.joining());
    }

    private static String read(String name) {
        try (InputStream in = LoginForm.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The page " + name + " is not in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void send(ServerResponse response, int status) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .send(text);
    }
}
