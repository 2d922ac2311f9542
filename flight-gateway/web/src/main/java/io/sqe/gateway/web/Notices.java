package io.sqe.gateway.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.web.template.JtenoticeGenerated;
import io.sqe.gateway.web.template.JteonwardGenerated;
import java.util.Optional;

/** Sends pages that say why there is nothing else. */
final class Notices {
    private final Frames frames;

    Notices(Frames frames) {
        this.frames = frames;
    }

    void send(Notice notice, Optional<Visitor> visitor, ServerResponse response) {
        Answers.html(
                response,
                notice.status(),
                output -> JtenoticeGenerated.render(
                        output,
                        null,
                        frames.around(notice.title(), "", visitor),
                        notice.status().code(),
                        notice.title(),
                        notice.text()));
    }

    /** Loads the same page again, now from here, so that the browser sends its cookie. */
    void sendOn(ServerResponse response) {
        Answers.html(response, Status.OK_200, output -> JteonwardGenerated.render(output, null));
    }
}
