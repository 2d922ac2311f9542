package io.sqe.catalog.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.CatalogException.AlreadyExists;
import io.sqe.catalog.CatalogException.NotEmpty;
import io.sqe.catalog.CatalogException.UnknownNamespace;
import io.sqe.catalog.CatalogException.UnknownTable;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.IfMissing;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.ViewMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Namespaces, and views in them. */
class ViewTest {
    private static final NamespaceName SALES = NamespaceName.of("lake", "sales");
    private static final TableName BIG = SALES.table("big \"orders\"\n😀");

    private IcebergCatalog catalog;

    @BeforeEach
    void open() {
        catalog = InMemoryWarehouse.open("lake");
        catalog.createNamespace(SALES, Map.of(), IfExists.FAIL);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aViewIsFoundAsItWasCreated() {
        ViewMetadata view = view("SELECT id FROM orders", "id");
        catalog.createView(view, IfExists.FAIL);

        assertThat(catalog.findView(BIG)).hasValue(view);
        assertThat(catalog.listViews(SALES)).containsExactly(BIG);
        assertThat(catalog.listTables(SALES)).isEmpty();
        assertThat(catalog.findTable(BIG, new TableVersion.Current())).isEmpty();
    }

    @Test
    void aReplacedViewHasItsNewTextAndToken() {
        catalog.replaceView(view("SELECT id FROM orders", "id"));
        String token = catalog.stateToken(BIG).orElseThrow();

        catalog.replaceView(view("SELECT id, name FROM orders", "id", "name"));

        assertThat(catalog.findView(BIG)).hasValue(view("SELECT id, name FROM orders", "id", "name"));
        assertThat(catalog.stateToken(BIG)).get().isNotEqualTo(token);
    }

    @Test
    void tablesAndViewsShareTheirNames() {
        catalog.createView(view("SELECT 1 AS id", "id"), IfExists.FAIL);

        assertThatThrownBy(() -> catalog.createView(view("SELECT 2 AS id", "id"), IfExists.FAIL))
                .isInstanceOf(AlreadyExists.class);
        catalog.createView(view("SELECT 2 AS id", "id"), IfExists.IGNORE);
        assertThat(catalog.findView(BIG)).hasValue(view("SELECT 1 AS id", "id"));
        assertThatThrownBy(() -> catalog.createTable(
                        new io.sqe.catalog.TableDefinition(BIG, List.of(), List.of(), Map.of(), 2), IfExists.IGNORE))
                .isInstanceOf(AlreadyExists.class);
    }

    @Test
    void aDroppedViewIsGone() {
        catalog.createView(view("SELECT 1 AS id", "id"), IfExists.FAIL);
        catalog.dropView(BIG, IfMissing.FAIL);

        assertThat(catalog.findView(BIG)).isEmpty();
        catalog.dropView(BIG, IfMissing.IGNORE);
        assertThatThrownBy(() -> catalog.dropView(BIG, IfMissing.FAIL)).isInstanceOf(UnknownTable.class);
    }

    @Test
    void namespacesNest() {
        NamespaceName nested = NamespaceName.of("lake", "eu", "south");
        catalog.createNamespace(nested, Map.of("owner", "ann"), IfExists.FAIL);

        assertThat(catalog.listNamespaces()).containsExactly(NamespaceName.of("lake", "eu"), nested, SALES);
        assertThat(catalog.hasNamespace(nested)).isTrue();
        assertThat(catalog.hasNamespace(NamespaceName.of("lake", "us"))).isFalse();
    }

    @Test
    void aNamespaceIsDroppedOnlyWhenItIsEmpty() {
        catalog.createView(view("SELECT 1 AS id", "id"), IfExists.FAIL);
        assertThatThrownBy(() -> catalog.dropNamespace(SALES, IfMissing.FAIL))
                .isInstanceOf(NotEmpty.class)
                .hasMessage("Schema lake.sales is not empty. Drop its tables and views first.");

        catalog.dropView(BIG, IfMissing.FAIL);
        catalog.dropNamespace(SALES, IfMissing.FAIL);

        assertThat(catalog.listNamespaces()).isEmpty();
        catalog.dropNamespace(SALES, IfMissing.IGNORE);
        assertThatThrownBy(() -> catalog.dropNamespace(SALES, IfMissing.FAIL)).isInstanceOf(UnknownNamespace.class);
        assertThatThrownBy(() -> catalog.listTables(SALES)).isInstanceOf(UnknownNamespace.class);
    }

    private static ViewMetadata view(String sql, String... columns) {
        return new ViewMetadata(BIG, sql, SALES, List.of(columns));
    }
}
