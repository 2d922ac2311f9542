package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.Configuration.Insecurity;
import io.sqe.gateway.configuration.CoordinatorSettings.Mode;
import io.sqe.gateway.configuration.PolicySettings.Engine;
import io.sqe.gateway.configuration.key.Origin;
import io.sqe.gateway.configuration.key.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what is open. On a loopback address that is a warning. Where others can connect, missing TLS and missing authentication
 * keep the server from starting, unless somebody has said that they may be missing.
 */
final class Exposure {
    private Exposure() {}

    static List<Problem> problems(ServerConfiguration server, Insecurity insecurity) {
        List<Problem> problems = new ArrayList<>(ofCluster(server, insecurity));
        CoordinatorSettings coordinator = server.coordinator();
        boolean isReachable = !coordinator.isLocal();
        boolean transportAllowed =
                insecurity == Insecurity.ALLOWED || server.security().allowInsecureTransport();
        if (coordinator.tls().isEmpty()) {
            problems.add(problem(
                    isReachable && !transportAllowed,
                    "TLS is off: passwords and rows travel in the clear on %s. Set coordinator.tls.cert_file and key_file."
                            .formatted(coordinator.host())));
        }
        if (coordinator.mode() == Mode.WORKER) {
            return problems;
        }
        if (server.authentication().letsAnyoneIn()) {
            problems.add(problem(
                    isReachable && insecurity == Insecurity.REFUSED,
                    "anyone who can connect to %s is let in without proof. Set [[auth.providers]] type = \"static\"."
                            .formatted(coordinator.host())));
        }
        if (server.storage().allowLocalPaths()) {
            problems.add(problem(
                    false, "users may read files of this machine in SQL. Set storage.tvf.allow_local_paths = false."));
        }
        if (!server.rateLimit().enabled()) {
            problems.add(problem(false, "rate limiting is off. Set rate_limit.enabled = true."));
        }
        if (server.policy().engine() == Engine.PASSTHROUGH) {
            problems.add(
                    problem(
                            false,
                            "no policy: every user reads and writes every table. Set policy.engine = \"in_memory\" and policy.file."));
        }
        return problems;
    }

    /** A worker runs whatever a coordinator sends: without a secret that is whoever can connect. */
    private static List<Problem> ofCluster(ServerConfiguration server, Insecurity insecurity) {
        WorkerSettings worker = server.worker();
        List<Problem> problems = new ArrayList<>();
        boolean isWorker = server.coordinator().mode() == Mode.WORKER;
        if (worker.secret().isEmpty() && (isWorker || !worker.urls().isEmpty())) {
            boolean isLocal = isWorker
                    ? server.coordinator().isLocal()
                    : worker.urls().stream().allMatch(Exposure::isLocal);
            String message = "workers and coordinators do not know each other. Set coordinator.worker_secret.";
            problems.add(
                    isLocal
                            ? problem(insecurity == Insecurity.REFUSED, message)
                            : Problem.error(new Origin.Standard(), message));
        }
        boolean isClear = worker.urls().stream().anyMatch(url -> url.startsWith("grpc:") && !isLocal(url));
        if (isClear) {
            boolean isAllowed =
                    insecurity == Insecurity.ALLOWED || server.security().allowInsecureTransport();
            problems.add(
                    problem(
                            !isAllowed,
                            "the workers' secret and rows travel in the clear. Name workers as grpc+tls:// in coordinator.worker_urls."));
        }
        return problems;
    }

    private static boolean isLocal(String url) {
        return url.matches("[a-z+]+://(localhost|127\\.[0-9.]+|\\[::1\\])(:[0-9]+)?/?");
    }

    private static Problem problem(boolean isRefused, String message) {
        return isRefused
                ? Problem.error(new Origin.Standard(), message + " Or start with --allow-insecure.")
                : Problem.warning(new Origin.Standard(), message);
    }
}
