package io.sqe.catalog;

/** The full name of a table or view. */
public record TableName(NamespaceName namespace, String table) {

    public TableName {
        if (table.isEmpty()) {
            throw new IllegalArgumentException("Table name is empty in " + namespace);
        }
    }

    public static TableName of(String catalog, String namespace, String table) {
        return NamespaceName.of(catalog, namespace).table(table);
    }

    public String catalog() {
        return namespace.catalog();
    }

    /** The name as SQL writes it, quoted where it must be. */
    @Override
    public String toString() {
        return namespace + "." + NamespaceName.quoted(table);
    }
}
