package io.sqe.planner.binding;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.IfMissing;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.ViewMetadata;
import io.sqe.planner.binding.BoundStatement.CatalogCommand;
import io.sqe.planner.statement.OrReplace;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.Statement;
import io.sqe.planner.statement.TextSpan;
import io.sqe.policy.decision.TableAction;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;

/** Binds the statements that change a catalog's names or the session's place in them. */
final class CommandBinder {
    private final VisibleCatalogs catalogs;
    private final QueryBinder queries;

    CommandBinder(VisibleCatalogs catalogs, QueryBinder queries) {
        this.catalogs = catalogs;
        this.queries = queries;
    }

    CatalogCommand createSchema(Statement.CreateSchema create) {
        NamespaceName namespace = catalogs.namespace(create.name());
        catalogs.requireAllowed(namespace, TableAction.CREATE, TextSpan.of(create.name()));
        return new CatalogCommand.CreateSchema(namespace, create.ifExists(), Properties.texts(create.properties()));
    }

    CatalogCommand dropSchema(Statement.DropSchema drop) {
        NamespaceName namespace = catalogs.namespace(drop.name());
        if (drop.ifMissing() == IfMissing.FAIL && !exists(namespace, drop.name())) {
            throw catalogs.unknownSchema(namespace, TextSpan.of(drop.name()));
        }
        catalogs.requireAllowed(namespace, TableAction.DROP, TextSpan.of(drop.name()));
        return new CatalogCommand.DropSchema(namespace, drop.ifMissing());
    }

    CatalogCommand dropTable(Statement.DropTable drop) {
        TextSpan span = TextSpan.of(drop.name());
        Optional<TableName> table = findTable(drop.name());
        if (table.isEmpty() && findView(drop.name()).isPresent()) {
            throw new PlannerException.InvalidStatement(
                    "Cannot drop table %s: it is a view. Use DROP VIEW.".formatted(drop.name()), span);
        }
        TableName named = catalogs.name(drop.name());
        if (table.isEmpty() && drop.ifMissing() == IfMissing.FAIL) {
            throw catalogs.unknownTable(named, span);
        }
        table.ifPresent(name -> catalogs.requireAllowed(name, TableAction.DROP, span));
        return table.isEmpty() && !catalogs.isReadable(named)
                ? new CatalogCommand.Nothing()
                : new CatalogCommand.DropTable(table.orElse(named), drop.ifMissing());
    }

    CatalogCommand createView(Statement.CreateView create) {
        TextSpan span = TextSpan.of(create.name());
        TableName name = catalogs.nameOfNew(create.name());
        catalogs.requireAllowed(name, TableAction.CREATE, span);
        if (create.orReplace() == OrReplace.YES) {
            catalogs.requireAllowed(name, TableAction.DROP, span);
        }
        NamespaceName unqualified = catalogs.context().namespace().orElse(name.namespace());
        List<String> names = queries.bind(create.query()).columnNames();
        List<String> columns = create.columns().isEmpty()
                ? names
                : create.columns().stream().map(SqlIdentifier::getSimple).toList();
        if (columns.size() != names.size()) {
            throw new PlannerException.InvalidStatement(
                    "Cannot create view %s: it names %d columns, and its query has %d. List one name for each."
                            .formatted(name, columns.size(), names.size()),
                    span);
        }
        UniqueNames.require(columns, span);
        return new CatalogCommand.CreateView(
                new ViewMetadata(name, create.sql(), unqualified, columns), create.orReplace(), create.ifExists());
    }

    CatalogCommand dropView(Statement.DropView drop) {
        TextSpan span = TextSpan.of(drop.name());
        Optional<TableName> view = findView(drop.name());
        TableName named = catalogs.name(drop.name());
        if (view.isEmpty() && drop.ifMissing() == IfMissing.FAIL) {
            throw catalogs.unknownTable(named, span);
        }
        view.ifPresent(name -> catalogs.requireAllowed(name, TableAction.DROP, span));
        return view.<CatalogCommand>map(name -> new CatalogCommand.DropView(name, drop.ifMissing()))
                .orElseGet(CatalogCommand.Nothing::new);
    }

    CatalogCommand use(SqlIdentifier name) {
        TextSpan span = TextSpan.of(name);
        if (name.isSimple()) {
            Optional<NamespaceName> inSession =
                    Optional.of(catalogs.namespace(name)).filter(found -> exists(found, name));
            if (inSession.isEmpty() && isCatalog(name.getSimple())) {
                return new CatalogCommand.Use(
                        catalogs.catalog(name.getSimple(), span).name(), Optional.empty());
            }
        }
        NamespaceName namespace = catalogs.namespace(name);
        if (!exists(namespace, name)) {
            throw catalogs.unknownSchema(namespace, span);
        }
        return new CatalogCommand.Use(namespace.catalog(), Optional.of(namespace));
    }

    private boolean isCatalog(String name) {
        return catalogs.context().catalogs().names().stream().anyMatch(name::equalsIgnoreCase);
    }

    private boolean exists(NamespaceName namespace, SqlIdentifier name) {
        Catalog catalog = catalogs.catalog(namespace.catalog(), TextSpan.of(name));
        return catalog.hasNamespace(namespace);
    }

    private Optional<TableName> findTable(SqlIdentifier identifier) {
        TextSpan span = TextSpan.of(identifier);
        TableName name = catalogs.name(identifier);
        return catalogs.findTable(name, new TableVersion.Current(), span)
                .or(() -> catalogs.spelledOtherwise(name, span)
                        .flatMap(other -> catalogs.findTable(other, new TableVersion.Current(), span)))
                .map(TableMetadata::name);
    }

    private Optional<TableName> findView(SqlIdentifier identifier) {
        TextSpan span = TextSpan.of(identifier);
        TableName name = catalogs.name(identifier);
        return catalogs.findView(name, span)
                .or(() -> catalogs.spelledOtherwise(name, span).flatMap(other -> catalogs.findView(other, span)))
                .map(ViewMetadata::name);
    }
}
