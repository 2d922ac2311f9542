package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sqe.endtoend.SentTable.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.arrow.flight.FlightRuntimeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rows that {@code bob} sends to a real server for tables of which he may do this and not that. Of {@code ann} nothing is asked: what
 * she sees is what there is.
 */
@Timeout(600)
class IngestPolicyIT {
    private static final String POLICY = """
            [[rule]]
            table = "*"
            users = ["ann"]
            actions = ["select", "insert", "create", "drop", "discover"]

            [[rule]]
            table = ["lake.main.ledger", "lake.main.people", "lake.closed.*"]
            users = ["bob"]
            actions = ["select", "discover"]

            [[rule]]
            table = "lake.main.people"
            users = ["bob"]
            row-filter = "region = 'EU'"
            mask.name = "'***'"

            [[rule]]
            table = ["lake.main.people", "lake.closed.*"]
            users = ["bob"]
            actions = ["insert"]

            [[rule]]
            table = "lake.main.undroppable"
            users = ["bob"]
            actions = ["select", "insert", "create"]

            [[rule]]
            table = "lake.main.unmakable"
            users = ["bob"]
            actions = ["select", "insert", "drop"]

            [[rule]]
            table = "lake.open.*"
            users = ["bob"]
            actions = ["select", "insert", "create", "drop", "discover"]

            [[rule]]
            table = ["lake.main.secrets", "lake.open.secrets", "lake.open.secretz"]
            users = ["bob"]
            deny = true
            """;

    private static final String OLD = "1|Ada|EU";
    private static final String NEW = "7|Bob|US";

    /** Schemas and tables, each with one row. */
    private static final List<String> TABLES = List.of(
            "main.ledger",
            "main.undroppable",
            "main.unmakable",
            "main.secrets",
            "main.unlisted",
            "closed.stock",
            "open.secrets");

    @TempDir
    static Path folder;

    private static ServerProgram server;
    private static FlightCalls ann;
    private static FlightCalls bob;

    @BeforeAll
    static void open() throws Exception {
        server = ServerProgram.start(folder, PolicyFile.in(folder, POLICY).settings());
        ann = FlightCalls.as("ann", server);
        bob = FlightCalls.as("bob", server);
        ann.value("CREATE SCHEMA closed");
        ann.value("CREATE SCHEMA open");
        for (String table : TABLES) {
            SentTable.send(ann, table, Mode.CREATE, OLD);
        }
    }

    @AfterAll
    static void close() {
        bob.close();
        ann.close();
        server.close();
    }

    /** His stream stays open: whoever took his rows first would wait for the rest of them. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            main.ledger,      APPEND,           You may not insert into lake.main.ledger
            main.ledger,      CREATE_OR_APPEND, You may not insert into lake.main.ledger
            main.ledger,      REPLACE,          You may not create lake.main.ledger
            main.undroppable, REPLACE,          You may not drop lake.main.undroppable
            main.unmakable,   REPLACE,          You may not create lake.main.unmakable
            closed.stock,     REPLACE,          You may not create lake.closed.stock
            closed.made,      CREATE,           You may not create lake.closed.made
            closed.made,      CREATE_OR_APPEND, You may not create lake.closed.made
            closed.made,      REPLACE,          You may not create lake.closed.made
            """)
    void whatHeMayNotDoIsRefusedBeforeARowIsTakenAndNothingIsWritten(String table, Mode mode, String why)
            throws IOException {
        Set<Path> before = files();

        try (SentTable sent = SentTable.open(bob, table, mode)) {
            sent.put(NEW);
            assertThat(refusal(sent)).startsWith("UNAUTHORIZED ACCESS_DENIED " + why);
        }

        assertThat(files()).isEqualTo(before);
        if (TABLES.contains(table)) {
            assertThat(ann.rows("SELECT * FROM lake." + table)).containsExactly(OLD);
        } else {
            assertThat(ann.outcome("SELECT * FROM lake." + table)).isEqualTo("NOT_FOUND TABLE_NOT_FOUND");
        }
    }

    @Test
    void whoSeesPartOfATableAndMayInsertWritesExactlyTheRowsThatHeSends() {
        SentTable.send(ann, "main.people", Mode.CREATE, OLD, "2|Mallory|US");

        assertThat(SentTable.send(bob, "main.people", Mode.APPEND, NEW, "8|Cid|EU"))
                .isEqualTo(2);
        assertThat(SentTable.send(bob, "main.people", Mode.CREATE_OR_APPEND, "9|Dan|US"))
                .isEqualTo(1);

        assertThat(ann.rows("SELECT * FROM people ORDER BY id"))
                .containsExactly(OLD, "2|Mallory|US", NEW, "8|Cid|EU", "9|Dan|US");
        assertThat(bob.rows("SELECT * FROM people ORDER BY id")).containsExactly("1|***|EU", "8|***|EU");
    }

    /** Of the three tables one is denied to him, one given to others, and one not there. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void aHiddenTableAnswersAsOneThatIsNotThere(Mode mode) throws IOException {
        Set<Path> before = files();
        String missing = refusal("main.missing", mode);

        assertThat(refusal("main.secrets", mode)).isEqualTo(missing.replace("missing", "secrets"));
        assertThat(refusal("main.unlisted", mode)).isEqualTo(missing.replace("missing", "unlisted"));
        assertThat(missing)
                .startsWith(mode == Mode.APPEND ? "NOT_FOUND TABLE_NOT_FOUND" : "UNAUTHORIZED ACCESS_DENIED")
                .doesNotContain("Did you mean");

        assertThat(files()).isEqualTo(before);
        assertThat(ann.rows("SELECT * FROM main.secrets UNION ALL SELECT * FROM main.unlisted"))
                .containsExactly(OLD, OLD);
    }

    /** Nor does a name that he may make nothing of tell whether somebody has used it. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void amongTablesOfHisOwnAHiddenOneAnswersAsOneThatIsNotThere(Mode mode) {
        SentTable.send(bob, "open.secretly", Mode.REPLACE, NEW);

        assertThat(refusal("open.secrets", mode))
                .isEqualTo(refusal("open.secretz", mode).replace("secretz", "secrets"));

        assertThat(ann.rows("SELECT * FROM open.secrets")).containsExactly(OLD);
        assertThat(bob.rows("SELECT * FROM open.secretly")).containsExactly(NEW);
    }

    @Test
    void aClientThatIsCutOffLeavesTheTableAsItWasAndNothingBehind() throws Exception {
        SentTable.send(ann, "main.cut", Mode.CREATE, OLD);
        Set<Path> before = files();
        try (Relay relay = Relay.to(server.flightPort());
                FlightCalls far = FlightCalls.as("ann", relay.port());
                SentTable sent = SentTable.open(far, "main.cut", Mode.APPEND)) {
            sent.put(NEW);
            server.awaitRunning(1);
            server.await("rows that wait", () -> files().stream().anyMatch(file -> file.endsWith("rows.arrow")));
            assertThat(reservedBytes()).isPositive();

            relay.cut();
            server.await("an end of the ingestion", () -> reservedBytes() == 0);
            assertThat(catchThrowableOfType(FlightRuntimeException.class, sent::awaitEnd))
                    .isNotNull();
        }
        server.await("as many files as before", () -> files().equals(before));
        server.awaitMetric("\nsqe_active_queries 0.0");
        assertThat(ann.rows("SELECT * FROM main.cut")).containsExactly(OLD);
        assertThat(ann.rows("SELECT state, error_code FROM system.runtime.queries"
                        + " WHERE query LIKE 'INGEST INTO%\"cut\"' ORDER BY created DESC LIMIT 1"))
                .containsExactly("FAILED|QUERY_CANCELLED");
        assertThat(SentTable.send(ann, "main.cut", Mode.APPEND, NEW)).isEqualTo(1);
    }

    private static double reservedBytes() throws IOException, InterruptedException {
        return server.metrics()
                .lines()
                .filter(line -> line.startsWith("sqe_coordinator_memory_used_bytes "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static String refusal(String table, Mode mode) {
        try (SentTable sent = SentTable.open(bob, table, mode)) {
            sent.put(NEW);
            return refusal(sent);
        }
    }

    /** The status, code and text that end what is being sent; query ids aside. */
    private static String refusal(SentTable sent) {
        FlightRuntimeException failure = catchThrowableOfType(FlightRuntimeException.class, sent::awaitEnd);
        return "%s %s %s"
                .formatted(
                        failure.status().code(),
                        failure.status().metadata().get("x-sqe-error-code"),
                        String.valueOf(failure.getMessage()).replaceAll("\\[query [^]]*]", ""));
    }

    /** Everything in the warehouse, and everything that waits to be written there. */
    private static Set<Path> files() throws IOException {
        Set<Path> files = new TreeSet<>();
        for (String root : List.of("warehouse", "spill")) {
            try (Stream<Path> walk = Files.walk(folder.resolve(root))) {
                files.addAll(walk.filter(file ->
                                root.equals("warehouse") || file.toString().contains("/sent/"))
                        .collect(Collectors.toSet()));
            }
        }
        return files;
    }
}
