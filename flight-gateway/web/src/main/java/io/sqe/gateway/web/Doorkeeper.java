package io.sqe.gateway.web;

import io.helidon.common.parameters.Parameters;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.failure.AuthenticationException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Stands before every page: who is not logged in goes to the login, and a form that is not from our own page goes nowhere. */
final class Doorkeeper {
    static final String LOGIN = "/ui/login";
    static final String CSRF_FIELD = "csrf";

    private final Visits visits;
    private final Notices notices;

    Doorkeeper(Visits visits, Notices notices) {
        this.visits = visits;
        this.notices = notices;
    }

    /** A page for who is logged in. */
    Handler page(Page page) {
        return (request, response) ->
                find(request, response).ifPresent(visitor -> page.answer(visitor, request, response));
    }

    /** Something that is done for who is logged in. */
    Handler action(Action action) {
        return (request, response) -> {
            Optional<Visitor> visitor = find(request, response);
            if (visitor.isPresent()) {
                act(action, visitor.get(), request, response);
            }
        };
    }

    private void act(Action action, Visitor visitor, ServerRequest request, ServerResponse response) {
        Parameters form = Browser.form(request);
        boolean isOurs = Browser.isSentFromHere(request)
                && visitor.sent(form.first(CSRF_FIELD).orElse(""));
        if (isOurs) {
            action.take(visitor, form, request, response);
        } else {
            notices.send(Notice.FOREIGN_FORM, Optional.of(visitor), response);
        }
    }

    private Optional<Visitor> find(ServerRequest request, ServerResponse response) {
        Optional<Visitor> known;
        try {
            known = visits.find(request);
        } catch (AuthenticationException over) {
            Answers.moveTo(LOGIN + "?over&next=" + next(request), request, response);
            return Optional.empty();
        }
        if (known.isPresent()) {
            return known;
        }
        if (Browser.isLedFromElsewhere(request)) {
            notices.sendOn(response);
            return Optional.empty();
        }
        Optional<Visitor> anybody = visits.letIn(request, response);
        if (anybody.isEmpty()) {
            Answers.moveTo(LOGIN + "?next=" + next(request), request, response);
        }
        return anybody;
    }

    private static String next(ServerRequest request) {
        boolean isPage = request.prologue().method().text().equals("GET") && !Browser.isAskedByPage(request);
        return URLEncoder.encode(isPage ? request.path().path() : "/ui/", StandardCharsets.UTF_8);
    }

    /** Where to go after the login: a page of ours, whatever the address said. */
    static String safe(String next) {
        return next.matches("/ui/[A-Za-z0-9/_-]*") && !next.startsWith(LOGIN) ? next : "/ui/";
    }

    /** Answers a visitor. */
    @FunctionalInterface
    interface Page {
        void answer(Visitor visitor, ServerRequest request, ServerResponse response);
    }

    /** Does what a visitor's form asks for. */
    @FunctionalInterface
    interface Action {
        void take(Visitor visitor, Parameters form, ServerRequest request, ServerResponse response);
    }
}
