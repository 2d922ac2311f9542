package io.sqe.planner.binding;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.Column;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.ViewMetadata;
import io.sqe.planner.binding.BoundStatement.CatalogCommand;
import io.sqe.planner.binding.BoundStatement.CatalogCommand.Answer;
import io.sqe.planner.statement.LikePattern;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.Statement;
import io.sqe.planner.statement.TextSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlIdentifier;

/** Answers SHOW and DESCRIBE with what the principal may know of. */
final class ShowBinder {
    private final VisibleCatalogs catalogs;
    private final Restrictions restrictions;
    private final QueryBinder queries;

    ShowBinder(VisibleCatalogs catalogs, QueryBinder queries) {
        this.catalogs = catalogs;
        this.restrictions = new Restrictions(catalogs);
        this.queries = queries;
    }

    CatalogCommand catalogs(Optional<LikePattern> like) {
        return list("Catalog", catalogs.context().catalogs().names().stream(), like);
    }

    CatalogCommand schemas(Statement.ShowSchemas show) {
        TextSpan span = show.catalog().map(TextSpan::of).orElse(TextSpan.START);
        String name = show.catalog()
                .map(SqlIdentifier::toString)
                .orElse(catalogs.context().catalog());
        Stream<String> names = catalogs.catalog(name, span).listNamespaces().stream()
                .map(namespace -> String.join(".", namespace.levels()));
        return list("Schema", names, show.like());
    }

    CatalogCommand tables(Statement.ShowTables show) {
        NamespaceName namespace = scope(show.schema());
        return list("Table", catalogs.knownTables(namespace, TextSpan.START).map(TableName::table), show.like());
    }

    CatalogCommand views(Statement.ShowViews show) {
        NamespaceName namespace = scope(show.schema());
        Catalog catalog = catalogs.catalog(namespace.catalog(), TextSpan.START);
        Stream<String> names = catalog.listViews(namespace).stream()
                .filter(catalogs::isKnown)
                .filter(catalogs::isReadable)
                .map(TableName::table);
        return list("View", names, show.like());
    }

    private NamespaceName scope(Optional<SqlIdentifier> schema) {
        TextSpan span = schema.map(TextSpan::of).orElse(TextSpan.START);
        NamespaceName namespace = schema.map(catalogs::namespace)
                .or(() -> catalogs.context().namespace())
                .orElseThrow(() -> new PlannerException.InvalidStatement(
                        "No schema is chosen. Write SHOW TABLES FROM a schema, or USE one.", span));
        if (!catalogs.catalog(namespace.catalog(), span).hasNamespace(namespace)) {
            throw catalogs.unknownSchema(namespace, span);
        }
        return namespace;
    }

    CatalogCommand columns(SqlIdentifier table, Optional<LikePattern> like) {
        List<List<String>> rows = describedColumns(table).stream()
                .filter(row -> matches(like, row.getFirst()))
                .toList();
        return new Answer(List.of("Column", "Type", "Extra", "Comment"), rows);
    }

    private List<List<String>> describedColumns(SqlIdentifier identifier) {
        TableName name = catalogs.existing(identifier);
        Optional<TableMetadata> table = catalogs.findTable(name, new TableVersion.Current(), TextSpan.of(identifier));
        return table.isPresent()
                ? visibleColumns(table.get(), identifier).stream()
                        .map(ShowBinder::described)
                        .toList()
                : viewColumns(identifier);
    }

    private List<Column> visibleColumns(TableMetadata table, SqlIdentifier identifier) {
        ScanRestriction restriction = restrictions.of(table, new TableVersion.Current(), TextSpan.of(identifier));
        List<Column> columns = table.schema().columns();
        return IntStream.range(0, columns.size())
                .filter(column -> !restriction.hidden().contains(column))
                .mapToObj(columns::get)
                .toList();
    }

    private static List<String> described(Column column) {
        return List.of(
                column.name(),
                TypeNames.of(column.type()),
                column.isRequired() ? "not null" : "",
                column.doc().orElse(""));
    }

    private List<List<String>> viewColumns(SqlIdentifier view) {
        BoundPlan plan = queries.bindTable(view);
        return plan.root().getRowType().getFieldList().stream()
                .map(field -> List.of(plan.columnNames().get(field.getIndex()), TypeNames.of(field.getType()), "", ""))
                .toList();
    }

    CatalogCommand createTable(SqlIdentifier identifier) {
        TextSpan span = TextSpan.of(identifier);
        TableName name = catalogs.existing(identifier);
        TableMetadata table = catalogs.findTable(name, new TableVersion.Current(), span)
                .orElseThrow(() -> new PlannerException.InvalidStatement(
                        "%s is a view. Use SHOW CREATE VIEW.".formatted(name), span));
        String sql = CreateTableText.of(table, visibleColumns(table, identifier));
        return new Answer(List.of("Create Table"), List.of(List.of(sql)));
    }

    CatalogCommand createView(SqlIdentifier identifier) {
        TextSpan span = TextSpan.of(identifier);
        TableName name = catalogs.existing(identifier);
        ViewMetadata view = catalogs.findView(name, span)
                .orElseThrow(() -> new PlannerException.InvalidStatement(
                        "%s is a table. Use SHOW CREATE TABLE.".formatted(name), span));
        queries.bindTable(identifier);
        return new Answer(List.of("Create View"), List.of(List.of("CREATE VIEW " + name + " AS\n" + view.sql())));
    }

    private static CatalogCommand list(String column, Stream<String> names, Optional<LikePattern> like) {
        return new Answer(
                List.of(column),
                names.filter(name -> matches(like, name)).sorted().map(List::of).toList());
    }

    private static boolean matches(Optional<LikePattern> like, String name) {
        return like.isEmpty() || like.get().matches(name);
    }
}
