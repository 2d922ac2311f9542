package io.sqe.cli.wiring;

import io.sqe.catalog.NamespaceName;
import io.sqe.executor.cache.DataCacheLimits;
import io.sqe.gateway.query.Session;
import io.sqe.policy.decision.Principal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the engine within this process is made of.
 *
 * @param warehouse behind the catalog {@link #CATALOG}
 * @param catalogs further catalogs, each a warehouse directory, by name
 * @param policy a file of row filters, masks and hidden columns; without one everything is allowed
 * @param zone of the session
 * @param localFiles whether SQL may name files of this machine
 * @param place of what runs the plans that are made here
 */
public record EmbeddedOptions(
        Warehouse warehouse,
        Map<String, Path> catalogs,
        Resources resources,
        Optional<Path> policy,
        Principal principal,
        ZoneId zone,
        LocalFiles localFiles,
        EnginePlace place) {
    /** The catalog that unqualified names are looked up in. */
    public static final String CATALOG = "lake";

    /** The namespace that unqualified names are looked up in; opening an engine makes sure that it exists. */
    public static final NamespaceName NAMESPACE = NamespaceName.of(CATALOG, "main");

    public EmbeddedOptions {
        catalogs = Map.copyOf(catalogs);
        if (catalogs.containsKey(CATALOG)) {
            throw new IllegalArgumentException(
                    "The catalog name " + CATALOG + " belongs to the warehouse (--warehouse)");
        }
    }

    public EmbeddedOptions(
            Warehouse warehouse,
            Map<String, Path> catalogs,
            Resources resources,
            Optional<Path> policy,
            Principal principal,
            ZoneId zone) {
        this(warehouse, catalogs, resources, policy, principal, zone, LocalFiles.READABLE, new EnginePlace.Embedded());
    }

    /** A session as it is when the program starts. */
    public Session newSession() {
        return new Session(principal, CATALOG, Optional.of(NAMESPACE), zone);
    }

    /** Whether {@code SELECT * FROM 'x.parquet'} works: for who owns the machine it should, for a server's clients not. */
    public enum LocalFiles {
        READABLE,
        REFUSED
    }

    /** Where tables are. */
    public sealed interface Warehouse {
        /** They survive in a directory, which is made if it does not exist. */
        record Directory(Path path) implements Warehouse {}

        /** They are gone when the program ends. */
        record Memory() implements Warehouse {}
    }

    /**
     * What the engine may use; what is empty is up to the engine.
     *
     * @param spillLimitBytes of disk in the spill directory
     * @param dataCache what the engine may keep of data files
     */
    public record Resources(
            OptionalLong memoryLimitBytes,
            OptionalInt threads,
            Optional<Path> spillDirectory,
            OptionalLong spillLimitBytes,
            DataCacheLimits dataCache) {
        /** Enough for what a person works with at a time. */
        public static final DataCacheLimits DATA_CACHE_DEFAULT =
                new DataCacheLimits(3, 1L << 30, Duration.ofMinutes(5));

        public static Resources unlimited() {
            return new Resources(
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    DATA_CACHE_DEFAULT);
        }
    }
}
