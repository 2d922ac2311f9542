package io.sqe.planner.binding;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.CatalogException;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.ViewMetadata;
import io.sqe.planner.statement.NearestName;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlIdentifier;

/** The catalogs as policy lets the principal see them: what it denies is not there. One for each statement; remembers decisions. */
final class VisibleCatalogs {
    private final BindingContext context;
    private final Map<TableName, TableAccess> readable = new HashMap<>();

    VisibleCatalogs(BindingContext context) {
        this.context = context;
    }

    BindingContext context() {
        return context;
    }

    /** What policy says of reading a table, asked once. */
    TableAccess access(TableName table) {
        return readable.computeIfAbsent(table, name -> decide(name, TableAction.SELECT));
    }

    TableAccess decide(TableName table, TableAction action) {
        return context.policy().decide(context.principal(), table, action);
    }

    boolean isReadable(TableName table) {
        return !(access(table) instanceof TableAccess.Denied);
    }

    boolean isKnown(TableName table) {
        return !(decide(table, TableAction.DISCOVER) instanceof TableAccess.Denied);
    }

    Catalog catalog(String name, TextSpan span) {
        return context.catalogs()
                .find(name)
                .or(() -> context.catalogs().names().stream()
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .flatMap(context.catalogs()::find))
                .orElseThrow(() -> new PlannerException.UnknownCatalog(
                        name, NearestName.of(name, context.catalogs().names()), span));
    }

    Catalog catalog(TableName table, TextSpan span) {
        return catalog(table.catalog(), span);
    }

    /** The table or view that the identifier may mean, whether or not it is there. */
    TableName name(SqlIdentifier identifier) {
        List<String> parts = identifier.names;
        if (parts.size() == 1) {
            return sessionNamespace(identifier).table(parts.getFirst());
        }
        return namespace(parts.subList(0, parts.size() - 1), TextSpan.of(identifier))
                .table(parts.getLast());
    }

    /** As {@link #name}, in what another namespace was in force for. */
    TableName name(SqlIdentifier identifier, Optional<NamespaceName> unqualified) {
        if (identifier.names.size() == 1 && unqualified.isPresent()) {
            return unqualified.get().table(identifier.getSimple());
        }
        return name(identifier);
    }

    NamespaceName namespace(SqlIdentifier identifier) {
        return namespace(identifier.names, TextSpan.of(identifier));
    }

    private NamespaceName namespace(List<String> parts, TextSpan span) {
        boolean startsWithCatalog =
                parts.size() > 1 && context.catalogs().names().stream().anyMatch(parts.getFirst()::equalsIgnoreCase);
        String catalogName = startsWithCatalog ? parts.getFirst() : context.catalog();
        Catalog catalog = catalog(catalogName, span);
        var namespace = new NamespaceName(catalog.name(), startsWithCatalog ? parts.subList(1, parts.size()) : parts);
        return catalog.hasNamespace(namespace)
                ? namespace
                : spelledOtherwise(catalog, namespace).orElse(namespace);
    }

    private static Optional<NamespaceName> spelledOtherwise(Catalog catalog, NamespaceName namespace) {
        return catalog.listNamespaces().stream()
                .filter(candidate -> candidate.toString().equalsIgnoreCase(namespace.toString()))
                .findFirst();
    }

    private NamespaceName sessionNamespace(SqlIdentifier identifier) {
        return context.namespace()
                .orElseThrow(() -> new PlannerException.UnknownSchema(
                        "of table " + identifier, Optional.empty(), TextSpan.of(identifier)));
    }

    /** The table at a version, if policy lets it be read; its name as the catalog spells it. */
    Optional<TableMetadata> findTable(TableName name, TableVersion version, TextSpan span) {
        if (!isReadable(name)) {
            return Optional.empty();
        }
        MetadataTables.refuse(name, catalog(name, span), span);
        try {
            return catalog(name, span).findTable(name, version).filter(table -> isReadable(table.name()));
        } catch (CatalogException.UnknownVersion unknown) {
            throw new PlannerException.UnknownVersion(Objects.requireNonNull(unknown.getMessage()), span);
        }
    }

    Optional<ViewMetadata> findView(TableName name, TextSpan span) {
        return isReadable(name) ? catalog(name, span).findView(name) : Optional.empty();
    }

    /** The name of a table or view that differs in letter case alone. */
    Optional<TableName> spelledOtherwise(TableName name, TextSpan span) {
        return knownTables(name.namespace(), span)
                .filter(candidate -> !candidate.equals(name))
                .filter(candidate -> candidate.table().equalsIgnoreCase(name.table()))
                .findFirst();
    }

    /** Says what is not there, and what is that looks like it. */
    PlannerException unknownTable(TableName name, TextSpan span) {
        Catalog catalog = catalog(name, span);
        if (!catalog.hasNamespace(name.namespace())) {
            return unknownSchema(name.namespace(), span);
        }
        List<String> candidates =
                knownTables(name.namespace(), span).map(TableName::table).toList();
        return new PlannerException.UnknownTable(
                name.toString(),
                NearestName.of(name.table(), candidates)
                        .map(similar -> name.namespace().table(similar).toString()),
                span);
    }

    PlannerException unknownSchema(NamespaceName namespace, TextSpan span) {
        List<String> candidates = catalog(namespace.catalog(), span).listNamespaces().stream()
                .map(NamespaceName::toString)
                .toList();
        return new PlannerException.UnknownSchema(
                namespace.toString(), NearestName.of(namespace.toString(), candidates), span);
    }

    /** The table or view of that name, as the catalog spells it. */
    TableName existing(SqlIdentifier identifier) {
        TextSpan span = TextSpan.of(identifier);
        TableName name = name(identifier);
        boolean exact = findTable(name, new TableVersion.Current(), span).isPresent()
                || findView(name, span).isPresent();
        return exact ? name : spelledOtherwise(name, span).orElseThrow(() -> unknownTable(name, span));
    }

    /** The name of a table or view to be made: of the one there is, if it differs in letter case alone. */
    TableName nameOfNew(SqlIdentifier identifier) {
        TextSpan span = TextSpan.of(identifier);
        TableName name = name(identifier);
        if (!catalog(name, span).hasNamespace(name.namespace())) {
            throw unknownSchema(name.namespace(), span);
        }
        MetadataTables.refuse(name, catalog(name, span), span);
        return spelledOtherwise(name, span).orElse(name);
    }

    /** Refuses what policy does not fully allow. */
    void requireAllowed(TableName table, TableAction action, TextSpan span) {
        require(decide(table, action), action, table.toString(), span);
    }

    void requireAllowed(NamespaceName namespace, TableAction action, TextSpan span) {
        TableAccess access = context.policy().decide(context.principal(), namespace, action);
        require(access, action, "schema " + namespace, span);
    }

    private static void require(TableAccess access, TableAction action, String what, TextSpan span) {
        if (!(access instanceof TableAccess.Full)) {
            throw new PlannerException.AccessDenied(
                    "You may not %s %s. Ask whoever keeps the policy."
                            .formatted(action.name().toLowerCase(Locale.ROOT).replace("insert", "insert into"), what),
                    span);
        }
    }

    /** Tables and views of a namespace that the principal may know of and read. */
    Stream<TableName> knownTables(NamespaceName namespace, TextSpan span) {
        Catalog catalog = catalog(namespace.catalog(), span);
        if (!catalog.hasNamespace(namespace)) {
            return Stream.empty();
        }
        return Stream.concat(catalog.listTables(namespace).stream(), catalog.listViews(namespace).stream())
                .filter(this::isKnown)
                .filter(this::isReadable);
    }
}
