package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.CoordinatorSettings.Mode;
import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Secret;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.time.Duration;
import java.util.List;

/**
 * The workers of a cluster: where this process listens for coordinators if it is one, and which it sends fragments to if it plans.
 *
 * @param flightPort of this process as a worker
 * @param urls of the workers of this process as a coordinator; empty if fragments run here
 * @param secret what a coordinator shows a worker
 */
public record WorkerSettings(
        int flightPort,
        List<String> urls,
        Secret secret,
        Duration connectTimeout,
        Duration checkInterval,
        int checkFailuresMax) {
    /** As long as a cluster's token must be. */
    static final int SECRET_LENGTH_MIN = 16;

    private static final int FAILURES_MAX = 1000;

    static final Key<Integer> FLIGHT_PORT = Key.of(
            "worker.flight_port",
            ValueType.port(),
            50052,
            "Where a worker listens for coordinators. In hybrid mode only if there is a `coordinator.worker_secret`.");
    static final Key<List<String>> URLS = Key.of(
            "coordinator.worker_urls",
            ValueType.texts(),
            List.of(),
            "Workers that run this coordinator's fragments, as `grpc://host:50052` or `grpc+tls://host:50052`: each fragment whole, on the first that answers. They read the same warehouse folders.");
    static final Key<Secret> SECRET = Key.of(
                    "coordinator.worker_secret",
                    ValueType.secret(),
                    new Secret(""),
                    "What a coordinator shows its workers, 16 characters or more; the same on all of them.")
            .secret()
            .formerly("worker.worker_secret");
    static final Key<Duration> CONNECT_TIMEOUT = Key.of(
            "coordinator.worker_connect_timeout_secs",
            ValueType.seconds(),
            Duration.ofSeconds(5),
            "How long a worker may take to say that it works.");
    static final Key<Duration> CHECK_INTERVAL = Key.of(
            "coordinator.health_check_interval_secs",
            ValueType.seconds(),
            Duration.ofSeconds(5),
            "How often a worker is asked whether it works.");
    static final Key<Long> CHECK_FAILURES_MAX = Key.of(
            "coordinator.health_check_max_failures",
            ValueType.count(1, FAILURES_MAX),
            3L,
            "A worker that does not answer so many times in a row is sent nothing until it does.");

    static final List<Key<?>> KEYS =
            List.of(FLIGHT_PORT, URLS, SECRET, CONNECT_TIMEOUT, CHECK_INTERVAL, CHECK_FAILURES_MAX);

    static WorkerSettings of(Settings settings) {
        return new WorkerSettings(
                settings.value(FLIGHT_PORT),
                settings.value(URLS),
                settings.value(SECRET),
                settings.value(CONNECT_TIMEOUT),
                settings.value(CHECK_INTERVAL),
                Math.toIntExact(settings.value(CHECK_FAILURES_MAX)));
    }

    /** Whether a process of this mode listens for coordinators. Beside a coordinator's own work only for those with a secret. */
    public boolean isListening(Mode mode) {
        return switch (mode) {
            case WORKER -> true;
            case HYBRID -> !secret.isEmpty() && flightPort != 0;
            case COORDINATOR -> false;
        };
    }
}
