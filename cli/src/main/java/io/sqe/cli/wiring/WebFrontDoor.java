package io.sqe.cli.wiring;

import io.helidon.webserver.http.HttpFeature;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.observation.report.QueryReports;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.session.Sessions;
import io.sqe.gateway.web.VisitObserver;
import io.sqe.gateway.web.WebOptions;
import io.sqe.gateway.web.WebOptions.PlainHttp;
import io.sqe.gateway.web.WebPages;
import io.sqe.gateway.web.view.ServerState;
import io.sqe.policy.decision.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pages for people, if they are wanted. */
record WebFrontDoor(
        ServerConfiguration server,
        Sessions sessions,
        QueryReports reports,
        ServerState state,
        MeterRegistry registry) {

    /** None if they are not. */
    List<HttpFeature> pages(QueryDesk desk, String version) {
        if (!server.metrics().webUi()) {
            return List.of();
        }
        WebOptions options = new WebOptions(
                server.metrics().healthPort(),
                version,
                server.coordinator().mode().name().toLowerCase(Locale.ROOT),
                plainHttp());
        return List.of(
                new WebPages(options, desk, reports, sessions, state, new CountedVisits(registry), Clock.systemUTC()));
    }

    Optional<String> address() {
        return Optional.of("http://%s:%d/"
                        .formatted(server.coordinator().host(), server.metrics().healthPort()))
                .filter(_ -> server.metrics().webUi());
    }

    /** As for Trino's protocol: where nobody else listens, or somebody has said that it may be. */
    private PlainHttp plainHttp() {
        return server.coordinator().isLocal() || server.security().allowInsecureTransport()
                ? PlainHttp.ALLOWED
                : PlainHttp.REFUSED;
    }

    /** Logins and refusals, counted under the names that dashboards know. */
    private static final class CountedVisits implements VisitObserver {
        private final Counter loggedIn;
        private final Counter sentAway;

        CountedVisits(MeterRegistry registry) {
            this.loggedIn = Counter.builder("sqe.dashboard.auth.success")
                    .description("Logins to the pages")
                    .register(registry);
            this.sentAway = Counter.builder("sqe.dashboard.auth.anonymous.denied")
                    .description("Requests for pages without a login")
                    .register(registry);
        }

        @Override
        public void loggedIn(Principal principal) {
            loggedIn.increment();
        }

        @Override
        public void sentAway() {
            sentAway.increment();
        }
    }
}
