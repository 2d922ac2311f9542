package io.sqe.gateway.web;

import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.web.view.Frame;
import io.sqe.gateway.web.view.Frame.VisitorView;
import java.util.Optional;

/** Makes what is around every page. */
final class Frames {
    private final WebOptions options;
    private final QueryDesk desk;

    Frames(WebOptions options, QueryDesk desk) {
        this.options = options;
        this.desk = desk;
    }

    Frame around(String title, String tab, Visitor visitor) {
        return around(title, tab, Optional.of(visitor));
    }

    Frame around(String title, String tab, Optional<Visitor> visitor) {
        return new Frame(title, tab, visitor.map(this::view), options.version(), options.role());
    }

    private VisitorView view(Visitor visitor) {
        return new VisitorView(visitor.principal().name(), desk.isAdministrator(visitor.principal()), visitor.csrf());
    }
}
