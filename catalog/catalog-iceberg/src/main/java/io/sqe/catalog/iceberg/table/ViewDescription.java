package io.sqe.catalog.iceberg.table;

import io.sqe.catalog.CatalogException.InvalidDefinition;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.catalog.ViewMetadata;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.view.SQLViewRepresentation;
import org.apache.iceberg.view.View;
import org.apache.iceberg.view.ViewVersion;

/** Views, both ways (Iceberg view spec). */
public final class ViewDescription {
    /** The SQL that is ours. Trino's is the nearest to it of other engines'. */
    public static final String DIALECT = "sqe";

    private static final List<String> READABLE_DIALECTS = List.of(DIALECT, "trino");

    private ViewDescription() {}

    /** @throws InvalidDefinition if the view has no text in a dialect the engine reads */
    public static ViewMetadata of(TableName name, View view) {
        ViewVersion version = view.currentVersion();
        return new ViewMetadata(
                name,
                sql(name, version),
                defaultNamespace(name, version),
                view.schema().columns().stream().map(NestedField::name).toList());
    }

    /** A schema with the columns' names; their types are known only when the view's text is bound. */
    public static Schema schema(List<String> columnNames) {
        return new Schema(Stream.iterate(0, i -> i < columnNames.size(), i -> i + 1)
                .map(i -> NestedField.optional(i + 1, columnNames.get(i), Types.UnknownType.get()))
                .toList());
    }

    private static String sql(TableName name, ViewVersion version) {
        List<SQLViewRepresentation> texts = version.representations().stream()
                .filter(SQLViewRepresentation.class::isInstance)
                .map(SQLViewRepresentation.class::cast)
                .toList();
        return READABLE_DIALECTS.stream()
                .flatMap(dialect -> texts.stream().filter(text -> text.dialect().equalsIgnoreCase(dialect)))
                .findFirst()
                .map(SQLViewRepresentation::sql)
                .orElseThrow(() -> new InvalidDefinition("View %s is written for %s only. Create it again here."
                        .formatted(
                                name,
                                texts.stream()
                                        .map(SQLViewRepresentation::dialect)
                                        .toList())));
    }

    private static NamespaceName defaultNamespace(TableName view, ViewVersion version) {
        String catalog = Optional.ofNullable(version.defaultCatalog()).orElse(view.catalog());
        Namespace namespace = version.defaultNamespace();
        return namespace == null || namespace.isEmpty() ? view.namespace() : Identifiers.nameOf(catalog, namespace);
    }
}
