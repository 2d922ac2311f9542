package io.sqe.gateway.discovery;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Column;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.function.FunctionCatalogue;
import io.sqe.function.FunctionDeclaration;
import io.sqe.function.FunctionTopic;
import io.sqe.gateway.query.Vocabulary;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What one session may name. A catalog that does not answer completes nothing. */
public final class SessionVocabulary implements Vocabulary {
    private static final List<String> FUNCTIONS = names(FunctionCatalogue.standard().all().stream());

    /** The grammar's and the binder's own: what they answer is known before anything runs. */
    private static final List<String> OF_THE_TIME =
            List.of("current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "now");

    private static final List<String> OF_THE_SESSION = List.of(
            "current_catalog",
            "current_role",
            "current_schema",
            "current_timezone",
            "current_user",
            "is_role_in_session",
            "session_user",
            "version");

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
    public List<String> functions(Topic topic) {
        return switch (topic) {
            case NUMBERS -> called(FunctionTopic.NUMBERS);
            case STRINGS -> called(FunctionTopic.STRINGS);
            case TIMES ->
                Stream.concat(called(FunctionTopic.TIMES).stream(), OF_THE_TIME.stream())
                        .sorted()
                        .distinct()
                        .toList();
            case SESSION -> OF_THE_SESSION;
        };
    }

    private static List<String> called(FunctionTopic topic) {
        return names(FunctionCatalogue.standard().about(topic).stream()).stream()
                .filter(name -> !FunctionDeclaration.isOperator(name))
                .toList();
    }

    private static List<String> names(Stream<FunctionDeclaration> functions) {
        return functions
                .flatMap(function -> function.names().stream())
                .sorted()
                .distinct()
                .toList();
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
