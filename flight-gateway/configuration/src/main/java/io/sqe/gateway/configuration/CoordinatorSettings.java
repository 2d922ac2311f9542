package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.MemorySize;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the server listens, what it may use of the machine, and how it ends. */
public record CoordinatorSettings(
        Mode mode,
        String host,
        int flightSqlPort,
        int trinoHttpPort,
        Optional<TlsFiles> tls,
        MemorySize memoryLimit,
        int threads,
        Spill spill,
        FlightCompression flightCompression,
        Duration shutdownDrain,
        boolean productionMode) {

    static final Key<Mode> MODE = Key.of(
                    "coordinator.mode",
                    ValueType.choice(Mode.class),
                    Mode.HYBRID,
                    "What this process does: plan, run fragments, or both.")
            .alias("SQE_MODE");
    static final Key<String> HOST = Key.of(
            "coordinator.host",
            ValueType.text(),
            "127.0.0.1",
            "The address that every port listens on. `0.0.0.0` is every interface; without TLS that needs `--allow-insecure`.");
    static final Key<Integer> FLIGHT_SQL_PORT =
            Key.of("coordinator.flight_sql_port", ValueType.port(), 50051, "Arrow Flight SQL.");
    static final Key<Integer> TRINO_HTTP_PORT =
            Key.of("coordinator.trino_http_port", ValueType.port(), 8080, "Trino's HTTP protocol.");
    static final Key<Optional<Path>> CERT_FILE = Key.of(
                    "coordinator.tls.cert_file",
                    ValueType.path(),
                    Optional.empty(),
                    "Certificate chain, PEM. With it Flight SQL and Trino HTTP speak TLS.")
            .alias("SQE_TLS__CERT_FILE")
            .reloadable();
    static final Key<Optional<Path>> KEY_FILE = Key.of(
                    "coordinator.tls.key_file",
                    ValueType.path(),
                    Optional.empty(),
                    "Private key of `cert_file`, PEM (PKCS#8).")
            .alias("SQE_TLS__KEY_FILE")
            .reloadable();
    static final Key<Optional<Path>> CA_FILE = Key.of(
                    "coordinator.tls.ca_file",
                    ValueType.path(),
                    Optional.empty(),
                    "Authorities, PEM, that clients' certificates are checked against.")
            .alias("SQE_TLS__CA_FILE");
    static final Key<MemorySize> MEMORY_LIMIT = Key.of(
                    "coordinator.memory_limit",
                    ValueType.memory(),
                    MemorySize.parse("60%"),
                    "Memory that all queries together may use, as a size or as a share of the machine's.")
            .alias("SQE_MEMORY_LIMIT");
    static final Key<Long> THREADS = Key.of(
            "coordinator.threads",
            ValueType.count(0, 4096),
            0L,
            "Threads that queries may use; 0 is one for each core.");
    static final Key<Boolean> SPILL_TO_DISK = Key.of(
            "coordinator.spill_to_disk", ValueType.flag(), true, "Whether queries beyond their memory go on on disk.");
    static final Key<Optional<Path>> SPILL_DIR = Key.of(
            "coordinator.spill_dir",
            ValueType.path(),
            Optional.of(Path.of("/tmp/sqe-coordinator-spill")),
            "The folder that queries spill to.");
    static final Key<MemorySize> SPILL_LIMIT = Key.of(
            "coordinator.spill_limit",
            ValueType.memory(),
            MemorySize.parse("100GB"),
            "Disk that all queries together may spill to.");
    static final Key<FlightCompression> FLIGHT_COMPRESSION = Key.of(
            "coordinator.flight_compression",
            ValueType.choice(FlightCompression.class),
            FlightCompression.NONE,
            "Compression of record batches to Flight SQL clients that can read it: those in C++, Python and Go. The original's default was"
                    + " lz4.");
    static final Key<Duration> SHUTDOWN_DRAIN = Key.of(
                    "coordinator.shutdown_drain_secs",
                    ValueType.seconds(),
                    Duration.ofSeconds(25),
                    "How long running queries may go on after the server is told to end.")
            .reloadable();
    static final Key<Boolean> PRODUCTION_MODE = Key.of(
                    "coordinator.production_mode",
                    ValueType.flag(),
                    false,
                    "Refuse to start with anything that is unsafe with real data.")
            .alias("SQE_PRODUCTION_MODE");

    static final List<Key<?>> KEYS = List.of(
            MODE,
            HOST,
            FLIGHT_SQL_PORT,
            TRINO_HTTP_PORT,
            CERT_FILE,
            KEY_FILE,
            CA_FILE,
            MEMORY_LIMIT,
            THREADS,
            SPILL_TO_DISK,
            SPILL_DIR,
            SPILL_LIMIT,
            FLIGHT_COMPRESSION,
            SHUTDOWN_DRAIN,
            PRODUCTION_MODE);

    static CoordinatorSettings of(Settings settings) {
        return new CoordinatorSettings(
                settings.value(MODE),
                settings.value(HOST),
                settings.value(FLIGHT_SQL_PORT),
                settings.value(TRINO_HTTP_PORT),
                tls(settings),
                settings.value(MEMORY_LIMIT),
                Math.toIntExact(settings.value(THREADS)),
                spill(settings),
                settings.value(FLIGHT_COMPRESSION),
                settings.value(SHUTDOWN_DRAIN),
                settings.value(PRODUCTION_MODE));
    }

    private static Spill spill(Settings settings) {
        Optional<Path> directory = settings.value(SPILL_TO_DISK) ? settings.value(SPILL_DIR) : Optional.empty();
        return new Spill(directory, settings.value(SPILL_LIMIT));
    }

    private static Optional<TlsFiles> tls(Settings settings) {
        Optional<Path> key = settings.value(KEY_FILE);
        return settings.value(CERT_FILE)
                .flatMap(certificate -> key.map(own -> new TlsFiles(certificate, own, settings.value(CA_FILE))));
    }

    /** Whether nobody but this machine can connect. */
    public boolean isLocal() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1") || host.equals("[::1]");
    }

    /** What a process does in a cluster. */
    public enum Mode {
        COORDINATOR,
        WORKER,
        HYBRID
    }

    /** How record batches are compressed. */
    public enum FlightCompression {
        NONE,
        LZ4,
        ZSTD
    }

    /**
     * PEM files.
     *
     * @param authorities of clients' certificates; without them clients need none
     */
    public record TlsFiles(Path certificate, Path key, Optional<Path> authorities) {}

    /** Where queries spill to, if they may. */
    public record Spill(Optional<Path> directory, MemorySize limit) {}
}
