package io.sqe.gateway.trino.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.http.ConnectionLimits;
import io.sqe.gateway.trino.http.TrinoHttpOptions.ForwardedHeaders;
import io.sqe.gateway.trino.http.TrinoHttpOptions.PasswordsOverHttp;
import io.sqe.gateway.trino.statement.StatementLimits;
import io.sqe.gateway.trino.testing.NamedUsers.NameOnly;
import io.sqe.gateway.trino.testing.ScriptedEngine;
import io.sqe.gateway.trino.testing.ServerTrial;
import io.sqe.gateway.trino.testing.WireClient;
import io.sqe.gateway.trino.testing.WireClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who may not, and what nobody should send. */
final class StrangersTest {

    @Test
    void withoutCredentialsTheAnswerSaysWhichWouldDo() {
        try (var trial = ServerTrial.open(new ScriptedEngine(), options -> options, NameOnly.REFUSED);
                var client = trial.ann()) {
            Answer answer = client.post("SELECT 1");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).contains("Basic realm=\"Trino\"");
        }
    }

    @Test
    void passwordAndTokenAreAsGoodAsTheAuthenticatorSays() {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT n", 1), o -> o, NameOnly.REFUSED);
                var client = trial.ann()) {
            assertThat(client.with("Authorization", basic("ann:apple"))
                            .run("SELECT n")
                            .rows())
                    .hasSize(1);
            assertThat(client.with("Authorization", "Bearer token-of-ann")
                            .run("SELECT n")
                            .rows())
                    .hasSize(1);
            assertThat(client.with("Authorization", basic("ann:banana"))
                            .post("SELECT n")
                            .status())
                    .isEqualTo(401);
            assertThat(client.with("Authorization", "Basic ###")
                            .post("SELECT n")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void nobodySpeaksForSomebodyElse() {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT n", 1));
                WireClient bobAsAnn = trial.ann().with("Authorization", basic("bob:banana"))) {
            Answer answer = bobAsAnn.post("SELECT n");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("Access Denied: User bob cannot impersonate user ann");
        }
    }

    @Test
    void passwordsAreRefusedWhereAnybodyCanReadThem() {
        try (var trial = ServerTrial.open(
                        new ScriptedEngine().numbers("SELECT n", 1),
                        options -> options.with(PasswordsOverHttp.REFUSED).with(ForwardedHeaders.TRUSTED));
                WireClient client = trial.ann().with("Authorization", basic("ann:apple"))) {
            assertThat(client.post("SELECT n").status()).isEqualTo(403);

            Answer behindProxy = client.with("X-Forwarded-Proto", "https")
                    .with("X-Forwarded-Host", "sqe.example")
                    .with("X-Forwarded-Port", "8443")
                    .post("SELECT n");
            assertThat(behindProxy.nextUri()).startsWith("https://sqe.example:8443/v1/statement/");
        }
    }

    @Test
    void theStatementOfAnotherPersonDoesNotExist() {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT n", 1));
                var ann = trial.ann();
                var bob = WireClient.of(trial.port(), "bob")) {
            String uri = ann.post("SELECT n").nextUri();

            assertThat(bob.get(uri).status()).isEqualTo(404);
            assertThat(bob.send("DELETE", uri).status()).isEqualTo(404);
            assertThat(ann.get(uri).json().path("data").size()).isEqualTo(1);
        }
    }

    @Test
    void aPagesAddressCannotBeGuessed() {
        StatementLimits small = StatementLimits.standard().withPageBytesMax(100);
        try (var trial = ServerTrial.open(new ScriptedEngine().endless("SELECT n"), options -> options.with(small));
                var ann = trial.ann()) {
            String first = ann.post("SELECT n").nextUri();
            String guessed = first.replaceAll("/[0-9]+$", "/1");

            assertThat(ann.get(guessed).status()).isEqualTo(410);
            assertThat(ann.send("DELETE", guessed).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999999999999999", "one", "%00", "1%0a"})
    void aTokenThatIsNoNumberIsNotFound(String token) {
        try (var trial = ServerTrial.open(new ScriptedEngine().numbers("SELECT n", 1));
                var ann = trial.ann()) {
            String uri = ann.post("SELECT n").nextUri();

            Answer answer = ann.get(uri.substring(0, uri.lastIndexOf('/') + 1) + token);
            assertThat(answer.status()).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/statement, 405",
        "PUT, /v1/statement, 405",
        "DELETE, /v1/info, 405",
        "GET, /v1/statement/executing/nobody/x/0, 404",
        "GET, /v1/statement/../../etc/passwd, 404",
        "GET, /v1/nothing, 404",
        "GET, /, 404"
    })
    void whatDoesNotExistIsRefusedInOneSentence(String method, String path, int status) {
        try (var trial = ServerTrial.open(new ScriptedEngine());
                var client = trial.ann()) {
            Answer answer = client.send(method, path);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).hasSizeLessThan(200).doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "X-Trino-Time-Zone, Mars/Olympus",
        "X-Trino-Session, =x",
        "X-Trino-Session, a=%zz",
        "X-Trino-Prepared-Statement, nonsense",
        "X-Trino-Schema, sales"
    })
    void aHeaderThatMakesNoSenseIsNamed(String header, String value) {
        try (var trial = ServerTrial.open(new ScriptedEngine());
                var client = trial.ann()) {
            Answer answer = client.with(header, value).post("SELECT 1");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).hasSizeLessThan(200);
        }
    }

    @Test
    void sqlIsNeitherEmptyNorEndless() {
        try (var trial = ServerTrial.open(new ScriptedEngine());
                var client = trial.ann()) {
            assertThat(client.post("  \n").status()).isEqualTo(400);
            assertThat(client.run("SELECT '" + "x".repeat(1_000_000) + "'")
                            .error()
                            .path("errorName")
                            .asText())
                    .isEqualTo("QUERY_TEXT_TOO_LARGE");
            assertThat(isRefused(client, "x".repeat(5 << 20))).isTrue();
            assertThat(client.post("SELECT 1").status()).isEqualTo(200);
        }
    }

    /** The server may hang up before all is sent, and then the client need not hear why. */
    private static boolean isRefused(WireClient client, String body) {
        try {
            return client.post(body).status() == 413;
        } catch (IllegalStateException failure) {
            return failure.toString().contains("IOException");
        }
    }

    @Test
    void tooManyStatementsAreRefusedByName() {
        StatementLimits one = StatementLimits.standard().withStatementsMax(1);
        try (var trial = ServerTrial.open(new ScriptedEngine().blocked("SELECT slow"), o -> o.with(one));
                var client = trial.ann()) {
            client.post("SELECT slow");

            assertThat(client.run("SELECT slow").error().path("errorName").asText())
                    .isEqualTo("QUERY_QUEUE_FULL");
        }
    }

    @Test
    void statementsThatWereDeliveredTakeNobodysPlace() {
        StatementLimits two = StatementLimits.standard().withStatementsMax(2);
        ScriptedEngine engine = new ScriptedEngine().blocked("SELECT slow").numbers("SELECT fast", 1);
        try (var trial = ServerTrial.open(engine, o -> o.with(two));
                var client = trial.ann()) {
            client.post("SELECT slow");

            for (int statement = 0; statement < 5; statement++) {
                assertThat(client.run("SELECT fast").error().isMissingNode()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001\u0002garbage\r\n\r\n",
                "GET\r\n\r\n",
                "POST /v1/statement HTTP/1.1\r\nHost: a\r\nHost: b b\r\nX-Trino-User: a\u0000b\r\n\r\n",
                "GET /v1/info HTTP/1.1\r\nHost: x\r\nX-Trino-Source: a\nb: c\r\n\r\n",
                "POST /v1/statement HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "GET /v1/info HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n",
                "GET /v1/info HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void bytesThatAreNoRequestGetAShortAnswerOrNone(String bytes) throws IOException {
        try (var trial = ServerTrial.open(new ScriptedEngine());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), trial.port())) {
            assertThat(answerTo(bytes, socket))
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ")
                    .doesNotContain("200 OK");
        }
    }

    @Test
    void headersWithoutEndAreCutOff() throws IOException {
        HttpLimits standard = HttpLimits.standard();
        HttpLimits few = new HttpLimits(4_096, standard.bodyBytesMax(), standard.connections());
        try (var trial = ServerTrial.open(new ScriptedEngine(), options -> options.with(few));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), trial.port())) {
            assertThat(answerTo("GET /v1/info HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(10_000) + "\r\n\r\n", socket))
                    .doesNotContain("200 OK");
        }
    }

    @Test
    void aRequestThatTricklesIsCutOff() throws IOException {
        Duration brief = Duration.ofMillis(100);
        Duration patient = Duration.ofSeconds(30);
        ConnectionLimits hasty = new ConnectionLimits(16, patient, brief, brief, patient, patient);
        try (var trial = ServerTrial.open(
                        new ScriptedEngine(),
                        options -> options.with(HttpLimits.standard().with(hasty)));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), trial.port())) {
            String head = "POST /v1/statement HTTP/1.1\r\nHost: x\r\nX-Trino-User: ann\r\nContent-Length: 900\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(hangsUpWithin(500, socket)).isTrue();
        }
    }

    /** Whether the server hangs up on who sends it so many bytes, one after the other. */
    private static boolean hangsUpWithin(int bytes, Socket socket) throws IOException {
        socket.setSoTimeout(20);
        for (int i = 0; i < bytes; i++) {
            if (isHungUpAfterOneByte(socket)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHungUpAfterOneByte(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write('x');
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException quiet) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** What the server says before it hangs up; nothing if it hangs up at once. */
    private static String answerTo(String bytes, Socket socket) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException hungUp) {
            return "";
        }
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }
}
