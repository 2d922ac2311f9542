package io.sqe.gateway.trino.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.tls.testing.TestCertificate;
import io.sqe.gateway.trino.http.TrinoHttpOptions.PasswordsOverHttp;
import io.sqe.gateway.trino.login.LoginLimits;
import io.sqe.gateway.trino.login.PendingLogins;
import io.sqe.gateway.trino.testing.ScriptedEngine;
import io.sqe.gateway.trino.testing.Sealed;
import io.sqe.gateway.trino.testing.ServerTrial;
import io.sqe.gateway.trino.testing.WireClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that shows no password, and its person in a browser. */
final class BrowserLoginTest {
    private static final Pattern CHALLENGE =
            Pattern.compile("Bearer x_redirect_server=\"([^\"]+)\", x_token_server=\"([^\"]+)\"");
    private static final LoginLimits QUICK =
            new LoginLimits(Duration.ofMinutes(15), Duration.ofMinutes(2), 3, 1, Duration.ofMillis(1));

    @TempDir
    private Path folder = Path.of("");

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void trinosDriverGetsItsTokenFromAPersonInABrowser() throws Exception {
        TestCertificate own = TestCertificate.make(folder, "localhost");
        SSLContext tls = own.context();
        PendingLogins logins = new PendingLogins(LoginLimits.standard(), Clock.systemUTC());
        PrintStream console = System.out;
        try (var trial = ServerTrial.openWithForm(
                        new ScriptedEngine().numbers("SELECT n", 3), options -> options.withTls(tls), logins);
                HttpClient browser = HttpClient.newBuilder().sslContext(tls).build();
                ExecutorService program = Executors.newVirtualThreadPerTaskExecutor();
                var printed = new PrintedAddress()) {
            System.setOut(printed);
            Future<Integer> rows = program.submit(() -> count(
                    "jdbc:trino://localhost:%d?externalAuthentication=true&externalAuthenticationRedirectHandlers=PRINT&%s"
                            .formatted(trial.port(), Sealed.jdbc(own))));
            URI form = URI.create(printed.address().get(1, TimeUnit.MINUTES));

            assertThat(browser.send(HttpRequest.newBuilder(form).build(), BodyHandlers.ofString())
                            .body())
                    .contains("<form method=\"post\">", "Go on only if you have just started it yourself");
            assertThat(post(browser, form, "https://localhost:" + trial.port(), "user=ann&password=apple")
                            .body())
                    .contains("You are logged in");
            assertThat(rows.get(1, TimeUnit.MINUTES)).isEqualTo(3);
        } finally {
            System.setOut(console);
        }
    }

    private static int count(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet rows = connection.createStatement().executeQuery("SELECT n")) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    @Test
    void aLoginIsFinishedOnceAndItsTokenGivenToWhoBeganItAlone() throws Exception {
        try (var trial = open();
                HttpClient browser = HttpClient.newHttpClient();
                WireClient program = WireClient.withoutUser(trial.port())) {
            Invited ann = invite(program);
            Invited bob = invite(program);
            String secret = ann.token().substring(ann.token().lastIndexOf('/'));

            assertThat(ann.redirect()).doesNotContain(secret);
            assertThat(program.get(ann.token()).json().path("nextUri").asText()).isEqualTo(ann.token());
            assertThat(submit(browser, ann, "user=ann&password=wrong").statusCode())
                    .isEqualTo(401);
            assertThat(program.get(ann.token()).json().has("token")).isFalse();
            assertThat(submit(browser, ann, "user=ann&password=apple").statusCode())
                    .isEqualTo(200);

            assertThat(submit(browser, ann, "user=bob&password=banana").statusCode())
                    .isEqualTo(410);
            assertThat(get(browser, ann).statusCode()).isEqualTo(410);
            assertThat(program.get(bob.token()).json().has("token")).isFalse();
            String id = ann.redirect().substring(ann.redirect().lastIndexOf('/') + 1);
            assertThat(program.get("/oauth2/token/" + id).json().has("token")).isFalse();
            assertThat(program.get("/oauth2/token/" + id.substring(0, 64))
                            .json()
                            .has("token"))
                    .isFalse();
            assertThat(program.get(ann.token()).json().path("token").asText()).isEqualTo("token-of-ann");
            assertThat(program.send("DELETE", ann.token()).status()).isEqualTo(204);
            assertThat(program.get(ann.token()).json().has("token")).isFalse();
        }
    }

    @Test
    void anAddressThatIsForgedChangedOrTooOldIsNoLogin() throws Exception {
        try (var trial = open();
                HttpClient browser = HttpClient.newHttpClient();
                WireClient program = WireClient.withoutUser(trial.port())) {
            Invited invited = invite(program);
            String redirect = invited.redirect();
            String seal = redirect.substring(redirect.lastIndexOf('.') + 1);
            long until = now.plus(Duration.ofMinutes(15)).getEpochSecond();

            for (String changed : new String[] {
                redirect.replace(seal, "0".repeat(64)),
                redirect.replace("." + until + ".", "." + (until + 1) + "."),
                redirect.replace(seal, ""),
                redirect + "0"
            }) {
                assertThat(submit(browser, new Invited(changed, invited.token()), "user=ann&password=apple")
                                .statusCode())
                        .isEqualTo(410);
            }
            now = now.plus(Duration.ofMinutes(15));
            assertThat(get(browser, invited).statusCode()).isEqualTo(410);
            assertThat(submit(browser, invited, "user=ann&password=apple").statusCode())
                    .isEqualTo(410);
            assertThat(program.get(invited.token()).json().has("token")).isFalse();
        }
    }

    @Test
    void aTokenThatNobodyFetchesIsGoneAndSoManyLoginsAreRefused() throws Exception {
        try (var trial = open();
                HttpClient browser = HttpClient.newHttpClient();
                WireClient program = WireClient.withoutUser(trial.port())) {
            Invited left = invite(program);
            submit(browser, left, "user=ann&password=apple");
            submit(browser, invite(program), "user=ann&password=apple");
            submit(browser, invite(program), "user=ann&password=apple");
            assertThat(submit(browser, invite(program), "user=ann&password=apple")
                            .statusCode())
                    .isEqualTo(410);

            now = now.plus(Duration.ofMinutes(2));
            assertThat(program.get(left.token()).json().has("token")).isFalse();
            now = now.plus(Duration.ofMinutes(14));
            assertThat(submit(browser, invite(program), "user=ann&password=apple")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFormOfAnotherSiteAndAPasswordInTheClearAreRefusedUnread() throws Exception {
        try (var trial = open();
                HttpClient browser = HttpClient.newHttpClient();
                WireClient program = WireClient.withoutUser(trial.port())) {
            Invited invited = invite(program);
            for (String origin : new String[] {"https://evil.example.com", "null", "http://127.0.0.1"}) {
                assertThat(post(browser, URI.create(invited.redirect()), origin, "user=ann&password=apple")
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(get(browser, invited).headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(
                            policy -> assertThat(policy).contains("frame-ancestors 'none'", "form-action 'self'"));
        }
        var logins = new PendingLogins(QUICK, Clock.systemUTC());
        try (var trial = ServerTrial.openWithForm(new ScriptedEngine(), options -> options, logins);
                HttpClient browser = HttpClient.newHttpClient();
                WireClient program = WireClient.withoutUser(trial.port())) {
            assertThat(program.post("SELECT 1").header("WWW-Authenticate"))
                    .noneMatch(text -> text.contains("x_redirect"));
            URI form = URI.create("http://127.0.0.1:%d/oauth2/login/%s"
                    .formatted(trial.port(), logins.begin().login()));
            assertThat(post(browser, form, "http://127.0.0.1:" + trial.port(), "user=ann&password=apple")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private ServerTrial open() {
        InstantSource time = () -> now;
        return ServerTrial.openWithForm(
                new ScriptedEngine(),
                options -> options.with(PasswordsOverHttp.ALLOWED),
                new PendingLogins(QUICK, time.withZone(ZoneOffset.UTC)));
    }

    private static Invited invite(WireClient program) {
        Matcher challenge = CHALLENGE.matcher(
                program.post("SELECT 1").header("WWW-Authenticate").getFirst());
        assertThat(challenge.matches()).isTrue();
        return new Invited(challenge.group(1), challenge.group(2));
    }

    private static HttpResponse<String> get(HttpClient browser, Invited invited)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(invited.redirect())).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> submit(HttpClient browser, Invited invited, String form)
            throws IOException, InterruptedException {
        URI address = URI.create(invited.redirect());
        return post(browser, address, "http://" + address.getAuthority(), form);
    }

    private static HttpResponse<String> post(HttpClient browser, URI address, String origin, String form)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address)
                        .header("Origin", origin)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Where the person goes, and where the program asks. */
    private record Invited(String redirect, String token) {}

    /** A console on which the driver prints where its person must go. */
    private static final class PrintedAddress extends PrintStream {
        private final CompletableFuture<String> address = new CompletableFuture<>();

        PrintedAddress() {
            super(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        }

        CompletableFuture<String> address() {
            return address;
        }

        @Override
        public void println(Object printed) {
            println(String.valueOf(printed));
        }

        @Override
        public void println(String printed) {
            if (printed.startsWith("https://")) {
                address.complete(printed);
            }
        }
    }
}
