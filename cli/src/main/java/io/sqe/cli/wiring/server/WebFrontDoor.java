package io.sqe.cli.wiring.server;

import io.helidon.webserver.http.HttpFeature;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.observation.report.QueryReports;
import io.sqe.gateway.operations.MetricsHistory;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.web.PageSources;
import io.sqe.gateway.web.VisitObserver;
import io.sqe.gateway.web.WebOptions;
import io.sqe.gateway.web.WebOptions.PlainHttp;
import io.sqe.gateway.web.WebPages;
import io.sqe.gateway.web.view.ServerState;
import io.sqe.policy.decision.Principal;
import java.util.List;
import java.util.Locale;

/** The pages for people, if they are wanted. */
record WebFrontDoor(
        ServerGround ground, ServerSecurity security, QueryReports reports, ServerState state, MetricsHistory history) {

    /** None if they are not. */
    List<HttpFeature> pages(QueryDesk desk) {
        ServerConfiguration server = ground.configuration();
        if (!server.metrics().webUi()) {
            return List.of();
        }
        WebOptions options = new WebOptions(
                server.metrics().healthPort(),
                ground.version(),
                server.coordinator().mode().name().toLowerCase(Locale.ROOT),
                plainHttp(server));
        return List.of(new WebPages(
                options,
                new PageSources(desk, reports, security.authentication().sessions(), state, history::samples),
                new CountedVisits(ground.registry()),
                ground.clock()));
    }

    /** As for Trino's protocol: where nobody else listens, or somebody has said that it may be. */
    private static PlainHttp plainHttp(ServerConfiguration server) {
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
