package io.sqe.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sqe.gateway.configuration.Configuration.Insecurity;
import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Origin;
import io.sqe.gateway.configuration.key.Problem;
import io.sqe.gateway.configuration.reading.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("sqe.toml");
    }

    @Test
    void nothingSaidGivesTheDefaultsThatUsersKnow() {
        ServerConfiguration server = Configuration.load(Optional.empty(), Map.of(), Insecurity.REFUSED)
                .server();
        assertThat(server.coordinator().flightSqlPort()).isEqualTo(50051);
        assertThat(server.coordinator().trinoHttpPort()).isEqualTo(8080);
        assertThat(server.metrics().prometheusPort()).isEqualTo(9090);
        assertThat(server.metrics().healthPort()).isEqualTo(9091);
        assertThat(server.query().times().total()).isEqualTo(Duration.ofMinutes(5));
        assertThat(server.query().sizes().resultRows()).isEqualTo(1_000_000);
        assertThat(server.query().concurrentMax()).isEqualTo(100);
        assertThat(server.query().concurrentPerUserMax()).isEqualTo(20);
        assertThat(server.session().idleTimeout()).isEqualTo(Duration.ofMinutes(15));
        assertThat(server.rateLimit().queriesPerUserPerMinute()).isEqualTo(60);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsPlace() throws IOException {
        List<String> errors = errors("""
                [coordinator]
                flight_sql_port = 70000
                trino_http_prot = 8081
                mode = "both"

                [metrics]
                prometheus_port = 8080

                [coordinator.tls]
                cert_file = "nowhere.pem"

                [query]
                timeout_secs = "soon"
                max_query_memory = true
                """);
        assertThat(errors)
                .containsExactly(
                        "error: sqe.toml:2:1: coordinator.flight_sql_port: 70000 is not between 0 and 65535",
                        "error: sqe.toml:3:1: unknown key coordinator.trino_http_prot. Did you mean coordinator.trino_http_port?",
                        "error: sqe.toml:4:1: coordinator.mode: \"both\" is none of coordinator, worker, hybrid",
                        "error: sqe.toml:13:1: query.timeout_secs: expected seconds, or a time such as \"30s\", \"5m\" or \"8h\", found \"soon\"",
                        "error: sqe.toml:14:1: query.max_query_memory: expected a size, found a boolean",
                        "error: coordinator.trino_http_port and metrics.prometheus_port are both port 8080; change one",
                        "error: sqe.toml:10:1: coordinator.tls.cert_file: TLS needs both cert_file and key_file; key_file is missing",
                        "error: sqe.toml:10:1: coordinator.tls.cert_file: cannot read the file nowhere.pem");
    }

    @Test
    void brokenTomlIsToldWithLineAndColumn() throws IOException {
        assertThat(errors("[query]\ntimeout_secs = = 3\n"))
                .singleElement()
                .asString()
                .startsWith("error: sqe.toml:2:16: Unexpected");
    }

    @Test
    void aProviderOfTokensThatCouldNotTellAForgedOneIsAnError() throws IOException {
        assertThat(errors("""
                [[auth.providers]]
                type = "bearer_token"
                jwks_url = "http://idp.example.com/keys"
                algorithms = ["RS256", "HS256"]
                """))
                .containsExactly(
                        "error: sqe.toml:2:1: auth.providers.0.type: a bearer_token provider needs the issuer of its tokens",
                        "error: sqe.toml:2:1: auth.providers.0.type: a bearer_token provider needs an audience: without it tokens for other services would do",
                        "error: sqe.toml:3:1: auth.providers.0.jwks_url: keys come over https, for whoever changes them lets everybody in",
                        "error: sqe.toml:4:1: auth.providers.0.algorithms: takes RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 and ES512: signatures with a public key");
        assertThat(errors("""
                [[auth.providers]]
                type = "bearer_token"
                issuer = "https://idp.example.com"
                audience = ["sqe"]
                jwks_file = "nowhere.json"
                jwks_url = "https://idp.example.com/keys"
                """))
                .containsExactly(
                        "error: sqe.toml:5:1: auth.providers.0.jwks_file: cannot read the file nowhere.json",
                        "error: sqe.toml:2:1: auth.providers.0.type: a bearer_token provider needs either jwks_file or jwks_url");
    }

    @Test
    void spoolingBeyondWhatAnAnswerHoldsIsAnError() throws IOException {
        assertThat(errors("[spooling]\nmax_inline_bytes = \"1GB\"\ndirectory = \"\"\n"))
                .containsExactly(
                        "error: sqe.toml:2:1: spooling.max_inline_bytes: 1GB is more than an answer holds; 16MB is the most",
                        "error: spooling.max_disk_bytes: results on disk need spooling.directory; 0 keeps them in memory");
    }

    @Test
    void environmentOverridesEveryKeyEvenInLists() throws IOException {
        Path users = Files.writeString(folder.resolve("users.toml"), "");
        Path sales = Files.createDirectory(folder.resolve("sales"));
        ServerConfiguration server = load(
                        """
                [query]
                timeout_secs = 10
                [[auth.providers]]
                type = "anonymous"
                roles = ["reader"]
                """,
                        Map.of(
                                "SQE_QUERY__TIMEOUT_SECS", "90",
                                "SQE_MODE", "coordinator",
                                "SQE_MEMORY_LIMIT", "2GB",
                                "SQE_AUTH__PROVIDERS__0__ROLES", "writer, reader",
                                "SQE_AUTH__PROVIDERS__1__TYPE", "static",
                                "SQE_AUTH__PROVIDERS__1__USERS_FILE", users.toString(),
                                "SQE_CATALOGS__SALES__WAREHOUSE", sales.toString()))
                .server();
        assertThat(server.query().times().total()).isEqualTo(Duration.ofSeconds(90));
        assertThat(server.coordinator().mode()).isEqualTo(CoordinatorSettings.Mode.COORDINATOR);
        assertThat(server.coordinator().memoryLimit().bytes()).isEqualTo(2L << 30);
        assertThat(server.catalog().others()).isEqualTo(Map.of("sales", sales));
        assertThat(server.authentication().providers())
                .containsExactly(
                        new AuthenticationSettings.Provider.Anonymous("anonymous", Set.of("reader", "writer")),
                        new AuthenticationSettings.Provider.StaticUsers(users));
    }

    @Test
    void everyKeyHasAnEnvironmentVariableThatIsRead() {
        ServerKeys.ALL.stream().filter(key -> !key.path().contains("*")).forEach(key -> {
            Map<String, String> environment = Map.of(key.variable(), "\u0000");
            List<Problem> problems = SettingsReader.read(Optional.empty(), environment, ServerKeys.known())
                    .problems();
            assertThat(problems)
                    .as(key.variable())
                    .noneMatch(problem -> problem.message().contains("unknown key"));
        });
    }

    @Test
    void wrongValueInEnvironmentKeepsTheFilesAndWarns() throws IOException {
        Configuration configuration = load("query.timeout_secs = 10", Map.of("SQE_QUERY__TIMEOUT_SECS", "ten"));
        assertThat(configuration.server().query().times().total()).isEqualTo(Duration.ofSeconds(10));
        assertThat(texts(configuration.warnings()))
                .anyMatch(text ->
                        text.startsWith("warning: SQE_QUERY__TIMEOUT_SECS: query.timeout_secs: expected seconds")
                                && text.endsWith("It is not applied."));
    }

    @Test
    void olderAndForeignKeysWarnAndUnsafeOnesRefuse() throws IOException {
        Configuration configuration = load("""
                [query]
                slow_query_threshold = 7
                sort_mode = "adaptive"
                [session]
                persistence = "file"
                """, Map.of());
        assertThat(configuration.server().query().slowThreshold()).isEqualTo(Duration.ofSeconds(7));
        assertThat(texts(configuration.warnings()))
                .contains(
                        "warning: sqe.toml:2:1: query.slow_query_threshold is deprecated; write query.slow_query_threshold_secs instead",
                        "warning: sqe.toml:3:1: query.sort_mode has no effect: it tuned an engine that is not this one; remove it.",
                        "warning: sqe.toml:5:1: session.persistence has no effect: sessions are sealed into their tokens and survive a restart; remove it.");
        assertThat(errors("[access_control]\nbackend = \"ranger\"\n"))
                .containsExactly(
                        "error: sqe.toml:2:1: unknown key access_control.backend. The keys are listed by sqe config reference.");
    }

    @Test
    void secretsComeFromFilesAndAreNeverShown() throws IOException {
        Path secret = Files.writeString(folder.resolve("key"), "k1:c2VjcmV0\n");
        Configuration configuration = load("session.cluster_keys_file = \"%s\"".formatted(secret), Map.of());
        assertThat(configuration.server().session().clusterKeys().text()).isEqualTo("k1:c2VjcmV0");
        assertThat(configuration.toString()).doesNotContain("c2VjcmV0");
        assertThat(ConfigurationListing.of(configuration.settings()))
                .contains("session.cluster_keys = \"[REDACTED]\"  # sqe.toml:1:1")
                .contains("query.timeout_secs = 300  # default")
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void reachableServerWithoutTlsOrUsersIsRefusedUnlessAllowed() throws IOException {
        String open = "coordinator.host = \"0.0.0.0\"";
        assertThat(errors(open)).hasSize(2).allMatch(error -> error.endsWith("Or start with --allow-insecure."));
        Files.writeString(file, open);
        assertThat(texts(Configuration.load(Optional.of(file), Map.of(), Insecurity.ALLOWED)
                        .warnings()))
                .hasSize(4)
                .anyMatch(text -> text.startsWith("warning: TLS is off"))
                .anyMatch(text -> text.startsWith("warning: anyone who can connect"));
    }

    @Test
    void productionModeRefusesEverythingUnsafeAtOnce() throws IOException {
        assertThat(errors("coordinator.production_mode = true\nquery.max_sql_bytes = 0\n"))
                .containsExactly(
                        "error: in production mode auth.providers must not let anyone in without proof",
                        "error: in production mode rate_limit.enabled must be true",
                        "error: in production mode coordinator.tls.cert_file and key_file must be set",
                        "error: in production mode query.max_sql_bytes must not be 0",
                        "error: in production mode metrics.audit_log_path must be set");
    }

    @Test
    void everyKeyCanBeSaidByTheEnvironment() {
        Map<String, String> environment = new HashMap<>();
        for (Key<?> key : ServerKeys.ALL) {
            String text = key.shownStandard().replaceAll("[\"\\[\\]]", "");
            environment.put(key.variable().replace("*", "0"), text.isEmpty() ? some(key) : text);
        }
        var read = SettingsReader.read(Optional.empty(), environment, ServerKeys.known());
        assertThat(read.problems()).isEmpty();
        assertThat(ServerKeys.ALL)
                .allSatisfy(key -> assertThat(
                                read.settings().originAt(key.path().replace("*", "0")))
                        .isInstanceOf(Origin.Environment.class));
    }

    private static String some(Key<?> key) {
        if (key.path().endsWith("otlp_endpoint")) {
            return "http://collector:4318";
        }
        return key.path().equals("security.trusted_proxies") ? "10.0.0.0/8" : "some";
    }

    @Test
    void reloadTellsByKeyWhatOnlyAStartTakesOver() throws IOException {
        Configuration before = load("[query]\ntimeout_secs = 1\n[catalogs.a]\nwarehouse = \"/tmp\"\n", Map.of());
        Configuration after =
                load("[query]\ntimeout_secs = 2\n[coordinator]\nflight_sql_port = 1234\nthreads = 3\n", Map.of());
        assertThat(before.changedUntilRestart(after))
                .containsExactly("coordinator.flight_sql_port", "coordinator.threads", "catalogs.a.warehouse");
        assertThat(before.changedUntilRestart(before)).isEmpty();
    }

    @Test
    void resourceGroupsAreReadByName() throws IOException {
        Configuration configuration = load("""
                [resource_groups.etl]
                users = ["etl-*"]
                max_concurrent = 2
                weight = 3
                """, Map.of("SQE_RESOURCE_GROUPS__ETL__MEMORY_PERCENT", "50"));
        assertThat(configuration.server().resourceGroups())
                .containsExactly(new ResourceGroupSettings("etl", Set.of("etl-*"), Set.of(), Set.of(), 2, 1000, 50, 3));
        assertThat(errors("coordinator.memory_limit = \"1GB\"\nresource_groups.x.memory_percent = 1"))
                .containsExactly(
                        "error: sqe.toml:2:1: resource_groups.x.memory_percent: 1% of coordinator.memory_limit is less than query.reserved_query_memory (256MB): only one query could run");
    }

    @Test
    void engineHasAProcessOfItsOwnUnlessSomebodyDevelops() throws IOException {
        assertThat(load("", Map.of()).server().engine().place()).isEqualTo(EngineSettings.Place.PROCESS);
        assertThat(load("coordinator.engine = \"embedded\"", Map.of())
                        .server()
                        .engine()
                        .place())
                .isEqualTo(EngineSettings.Place.EMBEDDED);
    }

    @Test
    void workerWithoutSecretStartsOnLoopbackAloneAndOnlyIfAllowed() throws IOException {
        String worker = "coordinator.mode = \"worker\"\n";
        assertThat(errors(worker))
                .containsExactly(
                        "error: workers and coordinators do not know each other. Set coordinator.worker_secret. Or start with --allow-insecure.");
        Files.writeString(file, worker);
        Configuration allowed = Configuration.load(Optional.of(file), Map.of(), Insecurity.ALLOWED);
        assertThat(allowed.server().metrics().prometheusPort()).isEqualTo(9091);
        assertThat(allowed.server().worker().flightPort()).isEqualTo(50052);
        Files.writeString(file, worker + "coordinator.host = \"0.0.0.0\"");
        assertThat(catchThrowableOfType(
                        ConfigurationException.class,
                        () -> Configuration.load(Optional.of(file), Map.of(), Insecurity.ALLOWED)))
                .hasMessageContaining("Set coordinator.worker_secret");
    }

    @Test
    void workersAreNamedByCoordinatorsWithASecretThatCannotBeGuessed() throws IOException {
        assertThat(errors("""
                [coordinator]
                worker_urls = ["grpc://10.0.0.7:50052", "10.0.0.8:50052"]
                worker_secret = "short"
                """))
                .containsExactly(
                        "error: sqe.toml:2:1: coordinator.worker_urls: fragments run on workers or here; with workers write coordinator.mode = \"coordinator\"",
                        "error: sqe.toml:3:1: coordinator.worker_secret: is shorter than 16 characters and could be guessed",
                        "error: sqe.toml:2:1: coordinator.worker_urls: \"10.0.0.8:50052\" is none; write grpc://host:port or grpc+tls://host:port",
                        "error: the workers' secret and rows travel in the clear. Name workers as grpc+tls:// in coordinator.worker_urls. Or start with --allow-insecure.");
        assertThat(load("worker.worker_secret = \"0123456789abcdef\"", Map.of())
                        .server()
                        .worker()
                        .secret()
                        .text())
                .isEqualTo("0123456789abcdef");
    }

    @Test
    void limitsThatNoQueryCouldMeetAreRefused() throws IOException {
        assertThat(errors("coordinator.memory_limit = \"100MB\""))
                .containsExactly(
                        "error: query.reserved_query_memory: 256MB is more than coordinator.memory_limit (100MB): no query could ever start");
    }

    private Configuration load(String toml, Map<String, String> environment) throws IOException {
        Files.writeString(file, toml);
        return Configuration.load(Optional.of(file), environment, Insecurity.REFUSED);
    }

    private List<String> errors(String toml) throws IOException {
        Files.writeString(file, toml);
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class,
                () -> Configuration.load(Optional.of(file), Map.of(), Insecurity.REFUSED));
        return texts(refused.problems().stream().filter(Problem::isError).toList());
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
