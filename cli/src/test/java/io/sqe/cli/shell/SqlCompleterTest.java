package io.sqe.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.NamespaceName;
import io.sqe.cli.testing.FakeEngine;
import io.sqe.gateway.query.Session;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlCompleterTest {
    private final Session session = new Session(
            new Principal("ann", Set.of()), "lake", Optional.of(NamespaceName.of("lake", "main")), ZoneOffset.UTC);
    private final SqlCompleter completer =
            new SqlCompleter(new KnownWords(new FakeEngine(), session, Duration.ofMinutes(1)), List.of(".tables", ".timer"));

    @Test
    void tablesComeAfterFrom() {
        assertThat(offered("SELECT * FROM |")).containsExactly("lineitem", "orders", "main.", "sales.", "lake.");
        assertThat(offered("SELECT * FROM orders o, |")).contains("lineitem");
        assertThat(offered("SELECT * FROM sales.|")).containsExactly("sales.\"Week 1\"");
        assertThat(offered("SELECT * FROM lake.|")).containsExactly("lake.main.", "lake.sales.");
        assertThat(offered("SELECT * FROM lake.main.o|")).containsExactly("lake.main.lineitem", "lake.main.orders");
    }

    @Test
    void columnsAreThoseOfTheTablesThatTheStatementNames() {
        assertThat(offered("SELECT | FROM orders")).containsExactly("order_id", "total");
        assertThat(offered("SELECT o.| FROM main.orders AS o")).containsExactly("o.order_id", "o.total");
        assertThat(offered("SELECT * FROM orders JOIN lineitem ON orders.|"))
                .containsExactly("orders.order_id", "orders.total");
        assertThat(offered("SELECT 1 FROM lineitem; SELECT | FROM orders")).containsExactly("order_id", "total");
    }

    @Test
    void keywordsFollowTheCaseThatIsTyped() {
        assertThat(offered("SEL|")).contains("SELECT", "count(");
        assertThat(offered("sel|")).contains("select").doesNotContain("SELECT");
    }

    @Test
    void nothingIsOfferedWithinTextAndComments() {
        assertThat(offered("SELECT 'fro|")).isEmpty();
        assertThat(offered("SELECT 1 -- fro|")).isEmpty();
        assertThat(offered("SELECT 1 /* fro|")).isEmpty();
    }

    @Test
    void commandsAndTheirArgumentsAreOffered() {
        assertThat(offered(".t|")).containsExactly(".tables", ".timer");
        assertThat(offered(".format c|")).contains("csv", "table");
        assertThat(offered(".describe |")).contains("orders");
    }

    @Test
    void filesAreOfferedWhereFilesCanBeRead(@TempDir Path directory) throws IOException {
        Files.createFile(directory.resolve("a.parquet"));
        Files.createDirectory(directory.resolve("sub"));

        assertThat(offered("SELECT * FROM '" + directory + "/|"))
                .containsExactly(directory + "/a.parquet", directory + "/sub/");
        assertThat(offered("SELECT * FROM read_csv('" + directory + "/a|")).contains(directory + "/a.parquet");
        assertThat(offered(".read " + directory + "/|")).contains(directory + "/a.parquet");
    }

    /** What is offered where the bar stands. */
    private List<String> offered(String text) {
        CompletionPoint point = CompletionPoint.of(text.replace("|", ""), text.indexOf('|'));
        return completer.candidates(point).stream().map(Candidate::value).toList();
    }
}
