package io.sqe.gateway.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableName;
import io.sqe.catalog.iceberg.IcebergCatalog;
import io.sqe.catalog.iceberg.InMemoryWarehouse;
import io.sqe.gateway.query.Vocabulary.Topic;
import io.sqe.gateway.testing.DecidedPolicy;
import io.sqe.gateway.testing.OneCatalog;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListedCatalogsTest {
    private static final TableName PEOPLE = NamespaceName.of("lake", "main").table("people");

    private final IcebergCatalog catalog = InMemoryWarehouse.open("lake");
    private final DecidedPolicy policy = new DecidedPolicy();
    private final SessionVocabulary words = new SessionVocabulary(
            List.of(), new ListedCatalogs(new Principal("ada", Set.of()), new OneCatalog(catalog), policy));

    @BeforeEach
    void createTable() {
        catalog.createNamespace(PEOPLE.namespace(), Map.of(), IfExists.FAIL);
        List<Column> columns = List.of(
                Column.required(0, "id", new ColumnType.LongType()),
                Column.required(0, "Name", new ColumnType.StringType()),
                Column.optional(0, "city", new ColumnType.StringType()));
        catalog.createTable(new TableDefinition(PEOPLE, columns, List.of(), Map.of(), 2), IfExists.FAIL);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void functionsAreSortedByWhatTheyAreAboutAndOperatorsAreNone() {
        assertThat(words.functions(Topic.NUMBERS)).contains("abs", "round").doesNotContain("upper", "+", "sum");
        assertThat(words.functions(Topic.STRINGS))
                .contains("upper", "regexp_like")
                .doesNotContain("abs", "like", "similar to");
        assertThat(words.functions(Topic.TIMES))
                .contains("date_trunc", "current_date")
                .isSorted();
        assertThat(words.functions(Topic.SESSION)).contains("current_user", "version");
        assertThat(words.functions()).contains("sum", "+");
    }

    @Test
    void columnsAreRequiredAsTheTableSays() {
        assertThat(words.requiredColumns(PEOPLE)).containsExactly("id", "Name");
    }

    @Test
    void aMaskedColumnMayBeNull() {
        policy.decide(_ -> DecidedPolicy.masked("name", "NULL"));

        assertThat(words.columns(PEOPLE)).containsExactly("id", "Name", "city");
        assertThat(words.requiredColumns(PEOPLE)).containsExactly("id");
    }

    @Test
    void whatIsHiddenIsNotThere() {
        policy.decide(_ -> DecidedPolicy.without("ID"));
        assertThat(words.columns(PEOPLE)).containsExactly("Name", "city");

        policy.decide(_ -> new TableAccess.Denied("not yours"));
        assertThat(words.columns(PEOPLE)).isEmpty();
        assertThat(words.requiredColumns(PEOPLE)).isEmpty();
    }
}
