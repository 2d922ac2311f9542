package io.sqe.cli.wiring.server;

import io.sqe.cli.wiring.EnginePlace;
import io.sqe.executor.process.EngineProcessOptions;
import io.sqe.executor.process.EngineProcessOptions.Standby;
import io.sqe.executor.process.WorkerOptions;
import io.sqe.executor.wire.BearerToken;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.configuration.WorkerSettings;
import java.net.URI;

/** Where a configuration has fragments run. */
final class EnginePlaces {
    /** What stands for a secret where the configuration allows none: on loopback, and if somebody has said so. */
    private static final BearerToken NO_SECRET = new BearerToken("no-secret-was-configured");

    private EnginePlaces() {}

    static EnginePlace of(ServerConfiguration server) {
        if (!server.worker().urls().isEmpty()) {
            return new EnginePlace.OnWorkers(workers(server.worker()));
        }
        return switch (server.engine().place()) {
            case EMBEDDED -> new EnginePlace.Embedded();
            case PROCESS -> new EnginePlace.OwnProcess(server.engine().standby() ? Standby.ONE : Standby.NONE);
        };
    }

    private static WorkerOptions workers(WorkerSettings settings) {
        return new WorkerOptions(
                settings.urls().stream().map(URI::create).toList(),
                secret(settings),
                settings.checkInterval(),
                settings.connectTimeout(),
                settings.checkFailuresMax(),
                EngineProcessOptions.BUFFER_BYTES_MAX_DEFAULT);
    }

    /** What coordinators and workers show each other. */
    static BearerToken secret(WorkerSettings settings) {
        return settings.secret().isEmpty()
                ? NO_SECRET
                : new BearerToken(settings.secret().text());
    }
}
