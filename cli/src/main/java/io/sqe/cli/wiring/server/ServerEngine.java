package io.sqe.cli.wiring.server;

import io.sqe.cli.wiring.EmbeddedEngine;
import io.sqe.cli.wiring.EmbeddedOptions;
import io.sqe.cli.wiring.EmbeddedOptions.LocalFiles;
import io.sqe.cli.wiring.EmbeddedOptions.Resources;
import io.sqe.cli.wiring.EmbeddedOptions.Warehouse;
import io.sqe.cli.wiring.EnginePlace;
import io.sqe.cli.wiring.Instruments;
import io.sqe.gateway.admission.LimitedEngine;
import io.sqe.gateway.caching.ResultCache;
import io.sqe.gateway.caching.ResultCacheLimits;
import io.sqe.gateway.configuration.CoordinatorSettings;
import io.sqe.gateway.configuration.QuerySettings;
import io.sqe.gateway.configuration.ResultCacheSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.lifecycle.EngineSurroundings;
import io.sqe.gateway.observation.ObservedPolicy;
import io.sqe.gateway.observation.catalog.CatalogCalls;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.gateway.system.RuntimeState;
import io.sqe.policy.decision.Principal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The engine of a server: planning in this process, within limits, and the executor wherever it runs. Pages are there before it. */
final class ServerEngine {
    /** Of nothing at all the engine would take its own standard. */
    private static final long NO_SPILL_BYTES = 1;

    private final ServerGround ground;
    private final EnginePlace place;
    private final EngineWatch watch;
    private final AtomicReference<Optional<Opened>> opened = new AtomicReference<>(Optional.empty());

    ServerEngine(ServerGround ground) {
        this.ground = ground;
        this.place = EnginePlaces.of(ground.configuration());
        this.watch = new EngineWatch(place);
    }

    /** Closed with what is put in front of it. */
    Opened open(RuntimeState runtime) {
        EmbeddedEngine embedded = EmbeddedEngine.open(options(), around(runtime), instruments());
        watch.follow(embedded::engineState);
        LimitedEngine limited =
                new LimitedEngine(embedded, () -> ServerLimits.of(ground.configuration()), new ServerMemory(embedded));
        Opened both = new Opened(embedded, limited);
        opened.set(Optional.of(both));
        return both;
    }

    EngineWatch watch() {
        return watch;
    }

    /** None until it is open. */
    Optional<LimitedEngine> limited() {
        return opened.get().map(Opened::limited);
    }

    /** None until it is open. */
    List<CacheStatistics> caches() {
        return opened.get().map(Opened::embedded).map(EmbeddedEngine::caches).orElse(List.of());
    }

    private EmbeddedOptions options() {
        ServerConfiguration server = ground.configuration();
        return new EmbeddedOptions(
                new Warehouse.Directory(server.catalog().warehouse()),
                server.catalog().others(),
                resources(server),
                server.policy().file(),
                new Principal("server", Set.of()),
                ZoneOffset.UTC,
                server.storage().allowLocalPaths() ? LocalFiles.READABLE : LocalFiles.REFUSED,
                place);
    }

    private static Resources resources(ServerConfiguration server) {
        CoordinatorSettings coordinator = server.coordinator();
        return new Resources(
                OptionalLong.of(coordinator.memoryLimit().bytes()),
                coordinator.threads() == 0 ? OptionalInt.empty() : OptionalInt.of(coordinator.threads()),
                coordinator.spill().directory(),
                OptionalLong.of(
                        coordinator.spill().directory().isPresent()
                                ? coordinator.spill().limit().bytes()
                                : NO_SPILL_BYTES),
                DataCaches.limits(server));
    }

    private EngineSurroundings around(RuntimeState runtime) {
        ResultCacheSettings cache = ground.configuration().resultCache();
        Optional<ResultCache> results = cache.enabled()
                ? Optional.of(ground.parts().keep(ResultCache.open(limits(cache)), ResultCache::close))
                : Optional.empty();
        return new EngineSurroundings(runtime, results, List.of());
    }

    private static ResultCacheLimits limits(ResultCacheSettings cache) {
        return new ResultCacheLimits(
                cache.bytesMax().bytes(), cache.entryBytesMax().bytes(), cache.timeToLive());
    }

    private Instruments instruments() {
        String backend = ground.configuration().policy().engine().name().toLowerCase(Locale.ROOT);
        return new Instruments(
                new CatalogCalls(ground.registry())::watching,
                policy -> new ObservedPolicy(policy, backend, ground.registry()),
                executor -> new ProfiledExecutor(executor, this::isProfiled),
                UnaryOperator.identity());
    }

    private boolean isProfiled() {
        return ground.configuration().query().profile() == QuerySettings.Profile.ON;
    }

    /**
     * An open engine.
     *
     * @param limited what queries are asked of
     */
    record Opened(EmbeddedEngine embedded, LimitedEngine limited) {

        /**
         * Reads the policy, if rules have been followed so far, and changes nothing yet; answers what takes it over.
         *
         * @throws io.sqe.policy.file.PolicyFileException if the policy is wrong
         */
        List<Runnable> readAgain(ServerConfiguration before, ServerConfiguration next) {
            return next
                    .policy()
                    .file()
                    .filter(_ -> before.policy().file().isPresent())
                    .map(Optional::of)
                    .map(embedded::readPolicyAgain)
                    .stream()
                    .toList();
        }
    }
}
