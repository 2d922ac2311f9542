package io.sqe.gateway.trino.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.gateway.query.TrustedProxies;
import io.sqe.gateway.trino.http.TrinoHttpOptions.PasswordsOverHttp;
import io.sqe.gateway.trino.login.PendingLogins;
import io.sqe.gateway.trino.protocol.InvalidRequestException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A login by a form of our own, with the user and password that the server knows already. The form is at an address that only the
 * program's person was told, and leads nowhere else.
 */
public final class FormLogin implements BrowserLogin {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String LOGIN = "/oauth2/login/";
    private static final String TOKEN = "/oauth2/token/";

    private final PendingLogins logins;
    private final Authenticator authenticator;
    private final LoginTokens tokens;
    private final PasswordsOverHttp passwordsOverHttp;
    private final RequestAddress address;
    private final TrustedProxies proxies;

    public FormLogin(
            TrinoHttpOptions options,
            PendingLogins logins,
            Authenticator authenticator,
            LoginTokens tokens,
            TrustedProxies proxies) {
        this.logins = logins;
        this.authenticator = authenticator;
        this.tokens = tokens;
        this.proxies = proxies;
        this.passwordsOverHttp = options.passwordsOverHttp();
        this.address = new RequestAddress(options.forwardedHeaders());
    }

    /** None where the password would travel in the clear. */
    @Override
    public Optional<Invitation> invite(String baseUri) {
        if (passwordsOverHttp == PasswordsOverHttp.REFUSED && !baseUri.startsWith("https:")) {
            return Optional.empty();
        }
        PendingLogins.Begun begun = logins.begin();
        return Optional.of(new Invitation(baseUri + LOGIN + begun.login(), baseUri + TOKEN + begun.secret()));
    }

    @Override
    public void route(HttpRules rules) {
        rules.get(LOGIN + "{login}", this::show);
        rules.post(LOGIN + "{login}", this::logIn);
        rules.get(TOKEN + "{secret}", this::poll);
        rules.delete(TOKEN + "{secret}", this::received);
    }

    private void show(ServerRequest request, ServerResponse response) {
        if (logins.isOpen(pathPart(request, "login"))) {
            LoginForm.ASKING.send(response, 200);
        } else {
            LoginForm.OVER.send(response, 410);
        }
    }

    private void logIn(ServerRequest request, ServerResponse response) {
        String login = pathPart(request, "login");
        refuseForeign(request);
        if (!logins.isOpen(login)) {
            LoginForm.OVER.send(response, 410);
            return;
        }
        try {
            Credentials shown = credentials(request);
            String token =
                    RequestOrigin.of(request, proxies).call(() -> tokens.issue(authenticator.authenticate(shown)));
            boolean isFinished = logins.finish(login, token);
            (isFinished ? LoginForm.DONE : LoginForm.OVER).send(response, isFinished ? 200 : 410);
        } catch (AuthenticationException refused) {
            boolean isTooMany = refused.reason() == Reason.TOO_MANY_ATTEMPTS;
            (isTooMany ? LoginForm.TOO_MANY : LoginForm.WRONG).send(response, isTooMany ? 429 : 401);
        }
    }

    /** A page of another site must not send its own user here, nor anybody a password in the clear. A proxy in front may have TLS. */
    private void refuseForeign(ServerRequest request) {
        if (passwordsOverHttp == PasswordsOverHttp.REFUSED && !address.isSecure(request)) {
            throw new InvalidRequestException(403, "Passwords are refused over plain HTTP. Connect with https.");
        }
        String origin = RequestHeaders.first(request, "Origin").orElse("");
        String here = address.of(request).replaceFirst("^https?://", "");
        if (!origin.equals("https://" + here) && !origin.equals("http://" + here)) {
            throw new InvalidRequestException(403, "This form was not sent by a page of this server.");
        }
        String type = RequestHeaders.first(request, "Content-Type").orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            throw new InvalidRequestException(415, "This is no form.");
        }
    }

    private static Credentials credentials(ServerRequest request) {
        Parameters form =
                request.content().hasEntity() ? request.content().as(Parameters.class) : Parameters.empty("form");
        return new Credentials.Password(
                form.first("user").orElse(""), form.first("password").orElse(""));
    }

    private void poll(ServerRequest request, ServerResponse response) {
        String secret = pathPart(request, "secret");
        Optional<String> token = logins.awaitToken(secret);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            if (token.isPresent()) {
                json.writeStringField("token", token.get());
            } else {
                json.writeStringField("nextUri", address.of(request) + TOKEN + secret);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(body.toByteArray());
    }

    private void received(ServerRequest request, ServerResponse response) {
        logins.received(pathPart(request, "secret"));
        response.status(204).send();
    }

    private static String pathPart(ServerRequest request, String name) {
        return request.path().pathParameters().get(name);
    }
}
