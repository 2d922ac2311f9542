package io.sqe.gateway.discovery;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Column;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.function.FunctionCatalogue;
import io.sqe.gateway.query.Vocabulary;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What one session may name. A catalog that does not answer completes nothing. */
public final class SessionVocabulary implements Vocabulary {
    private static final List<String> FUNCTIONS = FunctionCatalogue.standard().all().stream()
            .flatMap(function -> Stream.concat(Stream.of(function.name()), function.aliases().stream()))
            .sorted()
            .distinct()
            .toList();

    private final List<String> keywords;
    private final ListedCatalogs visible;

    public SessionVocabulary(List<String> keywords, ListedCatalogs visible) {
        this.keywords = List.copyOf(keywords);
        this.visible = visible;
    }

    @Override
    public List<String> keywords() {
        return keywords;
    }

    @Override
    public List<String> functions() {
        return FUNCTIONS;
    }

    @Override
    public List<String> catalogs() {
        return visible.names();
    }

    @Override
    public List<NamespaceName> namespaces(String catalog) {
        return orNone(() -> visible.namespaces(catalog));
    }

    @Override
    public List<TableName> tables(NamespaceName namespace) {
        return orNone(() -> visible.tables(namespace));
    }

    @Override
    public List<TableName> views(NamespaceName namespace) {
        return orNone(() -> visible.views(namespace));
    }

    @Override
    public List<String> columns(TableName table) {
        return names(table, _ -> true);
    }

    @Override
    public List<String> requiredColumns(TableName table) {
        return names(table, Column::isRequired);
    }

    private List<String> names(TableName table, Predicate<Column> wanted) {
        return orNone(() -> visible.table(table)
                .map(found -> visible.columns(found).stream()
                        .filter(wanted)
                        .map(Column::name)
                        .toList())
                .orElse(List.of()));
    }

    private static <T> List<T> orNone(Supplier<List<T>> names) {
        try {
            return names.get();
        } catch (CatalogException unavailable) {
            return List.of();
        }
    }
}
