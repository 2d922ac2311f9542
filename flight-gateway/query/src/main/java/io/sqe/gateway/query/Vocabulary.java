package io.sqe.gateway.query;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import java.util.List;

/** The words a session may use, for completion. Answers what the principal may know of and nothing else; never throws. */
public interface Vocabulary {

    /** In upper case, in order. */
    List<String> keywords();

    /** In lower case, in order. */
    List<String> functions();

    /** Those of {@link #functions} that are called and are about something. */
    default List<String> functions(Topic topic) {
        return List.of();
    }

    List<String> catalogs();

    List<NamespaceName> namespaces(String catalog);

    /** Tables and views. */
    List<TableName> tables(NamespaceName namespace);

    /** Those of {@link #tables} that are views. */
    default List<TableName> views(NamespaceName namespace) {
        return List.of();
    }

    List<String> columns(TableName table);

    /** Those of {@link #columns} that have a value in every row. */
    default List<String> requiredColumns(TableName table) {
        return List.of();
    }

    /** What a function is about; there are others. */
    enum Topic {
        NUMBERS,
        STRINGS,
        TIMES,
        /** Who asks, and of which server. */
        SESSION
    }
}
