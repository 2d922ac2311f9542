package io.sqe.catalog;

import java.util.List;

/**
 * A stored query.
 *
 * @param sql the query's text
 * @param defaultNamespace what its unqualified names were written against
 * @param columnNames names of the view's columns, in order
 */
public record ViewMetadata(TableName name, String sql, NamespaceName defaultNamespace, List<String> columnNames) {

    public ViewMetadata {
        columnNames = List.copyOf(columnNames);
    }
}
