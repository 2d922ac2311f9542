package io.sqe.cli.wiring.server;

import io.sqe.gateway.operations.Readiness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What must be well for a server to be ready. */
final class ServerReadiness {
    private ServerReadiness() {}

    static Readiness of(ServerGround ground, ServerAudit audit, EngineWatch engine) {
        Map<String, BooleanSupplier> checks = new LinkedHashMap<>();
        checks.put("engine_running", engine::isRunning);
        Path warehouse = ground.configuration().catalog().warehouse();
        checks.put("catalog_reachable", () -> Files.isDirectory(warehouse));
        audit.log().ifPresent(log -> checks.put("audit_writable", log::isHealthy));
        return new Readiness(checks);
    }
}
