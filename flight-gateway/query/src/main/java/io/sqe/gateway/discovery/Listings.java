package io.sqe.gateway.discovery;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Column;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.function.FunctionCatalogue;
import io.sqe.function.FunctionDeclaration;
import io.sqe.function.Signature;
import io.sqe.gateway.result.ResultTable;
import java.util.Locale;
import java.util.stream.Stream;

/** The results of SHOW and DESCRIBE, with Trino's column names. */
public final class Listings {
    private final VisibleCatalogs visible;

    public Listings(VisibleCatalogs visible) {
        this.visible = visible;
    }

    public ResultTable catalogs(LikePattern like) {
        ResultTable result = ResultTable.ofText("Catalog");
        visible.names().stream().filter(like::matches).forEach(result::add);
        return result;
    }

    public ResultTable schemas(String catalog, LikePattern like) {
        ResultTable result = ResultTable.ofText("Schema");
        visible.namespaces(catalog).stream()
                .map(namespace -> String.join(".", namespace.levels()))
                .filter(like::matches)
                .forEach(result::add);
        return result;
    }

    /** @throws CatalogException.UnknownNamespace if there is no such namespace */
    public ResultTable tables(NamespaceName namespace, LikePattern like) {
        if (!visible.namespaces(namespace.catalog()).contains(namespace)) {
            throw new CatalogException.UnknownNamespace(namespace);
        }
        ResultTable result = ResultTable.ofText("Table");
        visible.tables(namespace).stream()
                .map(TableName::table)
                .filter(like::matches)
                .forEach(result::add);
        return result;
    }

    /** @throws CatalogException.UnknownTable if there is no such table, or the principal may not know of it */
    public ResultTable columns(TableName name, LikePattern like) {
        ResultTable result = ResultTable.ofText("Column", "Type", "Extra", "Comment");
        for (Column column : visible.columns(table(name))) {
            if (like.matches(column.name())) {
                result.add(
                        column.name(),
                        TypeNames.of(column.type()),
                        column.isRequired() ? "not null" : "",
                        column.doc().orElse(""));
            }
        }
        return result;
    }

    /** @throws CatalogException.UnknownTable if there is no such table, or the principal may not know of it */
    public ResultTable createTable(TableName name) {
        TableMetadata table = table(name);
        return ResultTable.ofText("Create Table").add(TableDdl.of(table, visible.columns(table)));
    }

    /** One row a signature. */
    public static ResultTable functions(LikePattern like) {
        ResultTable result =
                ResultTable.ofText("Function", "Return Type", "Argument Types", "Function Type", "Description");
        FunctionCatalogue.standard().all().stream()
                .flatMap(function -> Stream.concat(Stream.of(function.name()), function.aliases().stream())
                        .filter(like::matches)
                        .map(name -> new Named(name, function)))
                .sorted((left, right) -> left.name().compareTo(right.name()))
                .forEach(named -> named.addTo(result));
        return result;
    }

    private TableMetadata table(TableName name) {
        return visible.table(name).orElseThrow(() -> new CatalogException.UnknownTable(name));
    }

    private record Named(String name, FunctionDeclaration function) {

        void addTo(ResultTable result) {
            for (Signature signature : function.signatures()) {
                result.add(
                        name,
                        signature.result(),
                        String.join(", ", signature.arguments()) + (signature.variadic() ? " …" : ""),
                        function.kind().name().toLowerCase(Locale.ROOT),
                        function.documentation());
            }
        }
    }
}
