package io.sqe.gateway.web;

import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.web.view.QueryBoard;
import java.time.Clock;
import java.util.Optional;

/** All pages, below {@code /ui/}. Until the first request they cost nothing but their names. */
public final class WebPages implements HttpFeature {
    private final WebOptions options;
    private final PageSources sources;
    private final VisitObserver observer;
    private final Clock clock;
    private final Assets assets = new Assets();

    public WebPages(WebOptions options, PageSources sources, VisitObserver observer, Clock clock) {
        this.options = options;
        this.sources = sources;
        this.observer = observer;
        this.clock = clock;
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        QueryDesk desk = sources.desk();
        Frames frames = new Frames(options, desk);
        Notices notices = new Notices(frames);
        Visits visits = new Visits(desk.authenticator(), sources.sessions(), options, observer);
        Doorkeeper door = new Doorkeeper(visits, notices);
        LoginPage login = new LoginPage(visits, frames, notices, options.plainHttp());
        QueryPages queries = new QueryPages(sources, new QueryBoard(desk, clock), frames, notices);
        ServerPages server = new ServerPages(sources, frames, notices);
        routing.get("/", (request, response) -> Answers.moveTo("/ui/", request, response))
                .get("/ui", (request, response) -> Answers.moveTo("/ui/", request, response))
                .get("/ui/assets/{name}", (request, response) -> asset(notices, request, response))
                .get(Doorkeeper.LOGIN, login::show)
                .post(Doorkeeper.LOGIN, login::logIn)
                .post("/ui/logout", door.action((visitor, form, request, response) -> {
                    visits.logOut(visitor, request, response);
                    Answers.moveTo(Doorkeeper.LOGIN, request, response);
                }))
                .get("/ui/", door.page(queries::overview))
                .get("/ui/queries", door.page(queries::list))
                .get("/ui/queries/{id}", door.page(queries::query))
                .post("/ui/queries/{id}/cancel", door.action(queries::cancel))
                .get("/ui/server", door.page(server::server))
                .get("/ui/sessions", door.page(server::sessions))
                .post("/ui/sessions/{id}/end", door.action(server::end))
                .any(
                        "/ui/*",
                        (request, response) -> door.page((visitor, asked, answer) ->
                                        notices.send(Notice.NOT_FOUND, Optional.of(visitor), answer))
                                .handle(request, response));
    }

    private void asset(Notices notices, ServerRequest request, ServerResponse response) {
        String name = request.path().pathParameters().get("name");
        if (assets.has(name)) {
            assets.send(name, request, response);
        } else {
            notices.send(Notice.NOT_FOUND, Optional.empty(), response);
        }
    }
}
