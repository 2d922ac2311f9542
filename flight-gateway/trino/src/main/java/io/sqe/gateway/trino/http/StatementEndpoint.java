package io.sqe.gateway.trino.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.query.ClientWatch;
import io.sqe.gateway.trino.protocol.ClientHeaders;
import io.sqe.gateway.trino.protocol.DurationText;
import io.sqe.gateway.trino.protocol.InvalidRequestException;
import io.sqe.gateway.trino.protocol.PageJson;
import io.sqe.gateway.trino.protocol.ResultPage;
import io.sqe.gateway.trino.protocol.SessionChange;
import io.sqe.gateway.trino.statement.FollowedStatement;
import io.sqe.gateway.trino.statement.PagePosition;
import io.sqe.gateway.trino.statement.PagePosition.Stage;
import io.sqe.gateway.trino.statement.Requester;
import io.sqe.gateway.trino.statement.StatementRegistry;
import io.sqe.gateway.trino.statement.SubmittedStatement;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /v1/statement}: takes statements, gives their pages, ends them. */
final class StatementEndpoint implements HttpService {
    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,18}");
    private static final Duration WAIT_DEFAULT = Duration.ofSeconds(1);

    private final StatementRegistry statements;
    private final RequestAuthentication authentication;
    private final RequestAddress address;
    private final ClientWatch watch;

    StatementEndpoint(
            StatementRegistry statements,
            RequestAuthentication authentication,
            RequestAddress address,
            ClientWatch watch) {
        this.watch = watch;
        this.statements = statements;
        this.authentication = authentication;
        this.address = address;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/", this::submit);
        for (Stage stage : Stage.values()) {
            String page = "/" + stage.pathName() + "/{id}/{slug}/{token}";
            rules.get(page, (request, response) -> page(stage, request, response));
            rules.delete(page, (request, response) -> cancel(stage, request, response));
        }
        rules.delete(
                "/executing/partialCancel/{id}/{stage}/{slug}/{token}",
                (request, response) -> cancel(Stage.EXECUTING, request, response));
        rules.any("/", StatementEndpoint::refuseMethod);
        rules.any("/{rest:.*}", StatementEndpoint::refusePath);
    }

    private void submit(ServerRequest request, ServerResponse response) {
        Requester requester = authentication.authenticate(request);
        var context = new ClientHeaders(name -> RequestHeaders.all(request, name)).read();
        String sql = new String(request.content().as(byte[].class), StandardCharsets.UTF_8);
        if (sql.isBlank()) {
            throw new InvalidRequestException(400, "SQL statement is empty");
        }
        var origin = RequestOrigin.of(request, watch.proxies()).withSource(context.source());
        var statement = new SubmittedStatement(sql, requester, context, origin);
        send(statement, statements.submit(statement), request, response);
    }

    private void page(Stage stage, ServerRequest request, ServerResponse response) {
        FollowedStatement statement = statement(request);
        Optional<ResultPage> page =
                statements.page(statement, position(stage, request), pathPart(request, "slug"), wait(request));
        if (page.isEmpty()) {
            throw new InvalidRequestException(410, "There is no such page, or not any more.");
        }
        send(statement.statement(), page.get(), request, response);
    }

    private void cancel(Stage stage, ServerRequest request, ServerResponse response) {
        FollowedStatement statement = statement(request);
        if (!statements.cancel(statement, position(stage, request), pathPart(request, "slug"))) {
            throw unknownStatement();
        }
        response.status(204).send();
    }

    /** The statement that a request names, if it is the requester's. */
    private FollowedStatement statement(ServerRequest request) {
        FollowedStatement statement =
                statements.find(pathPart(request, "id")).orElseThrow(StatementEndpoint::unknownStatement);
        if (!authentication.isFrom(statement.statement().requester(), request)) {
            watch.refusals()
                    .refused(
                            authentication.authenticate(request).principal().name(),
                            RequestOrigin.of(request, watch.proxies()),
                            "statement");
            throw unknownStatement();
        }
        return statement;
    }

    private static PagePosition position(Stage stage, ServerRequest request) {
        String token = pathPart(request, "token");
        if (!TOKEN.matcher(token).matches()) {
            throw unknownStatement();
        }
        return new PagePosition(stage, Long.parseLong(token));
    }

    private static InvalidRequestException unknownStatement() {
        return new InvalidRequestException(404, "Query not found");
    }

    private static Duration wait(ServerRequest request) {
        return request.query()
                .first("maxWait")
                .map(text -> DurationText.parse(text)
                        .orElseThrow(() -> new InvalidRequestException(
                                400, "Cannot read the duration in the address. Write it like 1s or 250ms.")))
                .orElse(WAIT_DEFAULT);
    }

    private static String pathPart(ServerRequest request, String name) {
        return request.path().pathParameters().get(name);
    }

    private static void refuseMethod(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.ALLOW, "POST");
        FailureAnswers.send(response, 405, "Method Not Allowed");
    }

    private static void refusePath(ServerRequest request, ServerResponse response) {
        FailureAnswers.send(response, 404, "Not Found");
    }

    private void send(SubmittedStatement statement, ResultPage page, ServerRequest request, ServerResponse response) {
        PageJson.Parts parts = new PageJson(address.of(request), statement.timePrecision()).parts(page);
        for (SessionChange change : page.changes()) {
            response.headers().add(HeaderNames.create(change.header()), change.value());
        }
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header("X-Content-Type-Options", "nosniff");
        response.contentLength(parts.length());
        try (OutputStream out = response.outputStream()) {
            parts.writeTo(out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
