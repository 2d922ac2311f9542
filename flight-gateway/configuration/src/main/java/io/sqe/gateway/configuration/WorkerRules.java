package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.CoordinatorSettings.Mode;
import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Problem;
import io.sqe.gateway.configuration.key.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a cluster needs: workers that can be named, a secret that all share, and each process in one role. */
final class WorkerRules {
    private static final Set<String> SCHEMES = Set.of("grpc", "grpc+tls");

    private final Settings settings;
    private final ServerConfiguration server;
    private final List<Problem> problems = new ArrayList<>();

    WorkerRules(Settings settings, ServerConfiguration server) {
        this.settings = settings;
        this.server = server;
    }

    List<Problem> problems() {
        WorkerSettings worker = server.worker();
        Mode mode = server.coordinator().mode();
        if (!worker.urls().isEmpty() && mode != Mode.COORDINATOR) {
            error(
                    WorkerSettings.URLS,
                    "fragments run on workers or here; with workers write coordinator.mode = \"coordinator\"");
        }
        if (mode == Mode.WORKER && worker.flightPort() == 0) {
            error(WorkerSettings.FLIGHT_PORT, "a worker must listen somewhere");
        }
        if (!worker.secret().isEmpty() && worker.secret().text().length() < WorkerSettings.SECRET_LENGTH_MIN) {
            error(
                    WorkerSettings.SECRET,
                    "is shorter than %d characters and could be guessed".formatted(WorkerSettings.SECRET_LENGTH_MIN));
        }
        worker.urls().stream()
                .filter(url -> !isWorkerUrl(url))
                .forEach(url -> error(
                        WorkerSettings.URLS,
                        "\"%s\" is none; write grpc://host:port or grpc+tls://host:port".formatted(url)));
        return problems;
    }

    private static boolean isWorkerUrl(String text) {
        try {
            URI url = URI.create(text);
            return url.getScheme() != null
                    && SCHEMES.contains(url.getScheme())
                    && url.getHost() != null
                    && url.getPort() > 0;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private void error(Key<?> key, String message) {
        problems.add(Problem.error(settings.origin(key), key.path() + ": " + message));
    }
}
