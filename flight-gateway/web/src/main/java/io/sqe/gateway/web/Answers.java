package io.sqe.gateway.web;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.function.Consumer;

/** Answers that no cache keeps, no other site shows in a frame, and that run no script but ours. */
final class Answers {
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";
    private static final HeaderName HX_REDIRECT = HeaderNames.create("HX-Redirect");

    private Answers() {}

    static void html(ServerResponse response, Status status, Consumer<HtmlTemplateOutput> template) {
        TemplateOutput text = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(text));
        guarded(response)
                .status(status)
                .header("Content-Type", "text/html; charset=utf-8")
                .send(text.toString());
    }

    /** Goes on elsewhere, whether a person asked or a part of a page. */
    static void moveTo(String place, ServerRequest request, ServerResponse response) {
        if (Browser.isAskedByPage(request)) {
            guarded(response).status(Status.OK_200).header(HX_REDIRECT, place).send();
        } else {
            guarded(response)
                    .status(Status.SEE_OTHER_303)
                    .header(HeaderNames.LOCATION, place)
                    .send();
        }
    }

    static ServerResponse guarded(ServerResponse response) {
        return response.header("Cache-Control", "no-store")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
