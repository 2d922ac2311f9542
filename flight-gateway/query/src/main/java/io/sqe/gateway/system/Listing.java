package io.sqe.gateway.system;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.ViewMetadata;
import io.sqe.gateway.discovery.ListedCatalogs;
import io.sqe.planner.binding.TypeNames;
import io.sqe.policy.decision.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one principal may know of, walked as far as one query can want it. The tables of tables begin with the columns catalog,
 * schema and table; by these a walk leaves out what the query does not ask for.
 */
record Listing(Principal principal, ListedCatalogs visible, ViewColumns viewColumns, WantedRows wanted) {
    private static final ColumnType TEXT = new ColumnType.StringType();

    List<String> catalogs() {
        return visible.names();
    }

    List<NamespaceName> namespaces(String catalog) {
        return visible.namespaces(catalog);
    }

    /** The tables and views of these catalogs that a row can be wanted of. */
    List<Relation> relations(List<String> catalogs) {
        List<Relation> relations = new ArrayList<>();
        for (String catalog : catalogs) {
            if (wanted.mayBe(places(catalog))) {
                for (NamespaceName namespace : visible.namespaces(catalog)) {
                    addRelations(namespace, relations);
                }
            }
        }
        return relations;
    }

    private void addRelations(NamespaceName namespace, List<Relation> relations) {
        String schema = SystemNames.schemaOf(namespace);
        if (!wanted.mayBe(places(namespace.catalog(), schema))) {
            return;
        }
        visible.baseTables(namespace).stream()
                .filter(this::isWanted)
                .forEach(name -> relations.add(new Relation(name, Relation.Kind.TABLE)));
        visible.views(namespace).stream()
                .filter(this::isWanted)
                .forEach(name -> relations.add(new Relation(name, Relation.Kind.VIEW)));
    }

    private boolean isWanted(TableName name) {
        return wanted.mayBe(places(name.catalog(), SystemNames.schemaOf(name.namespace()), name.table()));
    }

    private static Map<Integer, Optional<Literal>> places(String... names) {
        Map<Integer, Optional<Literal>> known = new HashMap<>();
        for (String name : names) {
            known.put(known.size() + 1, Optional.of(new Literal(TEXT, name)));
        }
        return known;
    }

    /** The columns of a table or view; none if it cannot be read, or is gone since it was listed. */
    List<RelationColumn> columns(Relation relation) {
        return switch (relation.kind()) {
            case TABLE ->
                table(relation)
                        .map(table -> visible.columns(table).stream()
                                .map(column -> new RelationColumn(
                                        column.name(),
                                        TypeNames.of(column.type()),
                                        Optional.of(column.type()),
                                        column.presence(),
                                        column.doc()))
                                .toList())
                        .orElse(List.of());
            case VIEW ->
                viewColumns.of(relation.name()).stream().map(RelationColumn::of).toList();
        };
    }

    Optional<TableMetadata> table(Relation relation) {
        return ifReadable(() -> visible.table(relation.name()));
    }

    /** A view's definition, if the principal may know of all that it names. */
    Optional<ViewMetadata> view(Relation relation) {
        return viewColumns.of(relation.name()).isEmpty()
                ? Optional.empty()
                : ifReadable(() -> visible.view(relation.name()));
    }

    /** One damaged table does not hide the others. */
    private static <T> Optional<T> ifReadable(Supplier<Optional<T>> found) {
        try {
            return found.get();
        } catch (CatalogException.DamagedTable | CatalogException.InvalidDefinition unreadable) {
            return Optional.empty();
        }
    }
}
