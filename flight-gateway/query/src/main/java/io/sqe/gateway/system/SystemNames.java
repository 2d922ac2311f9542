package io.sqe.gateway.system;

import io.sqe.catalog.NamespaceName;

/** The names that belong to system tables alone, whatever their letter case: nobody can make anything under them. */
final class SystemNames {
    static final String CATALOG = "system";
    static final String INFORMATION_SCHEMA = "information_schema";

    private SystemNames() {}

    static boolean isReserved(NamespaceName namespace) {
        return isReservedCatalog(namespace.catalog())
                || namespace.levels().getFirst().equalsIgnoreCase(INFORMATION_SCHEMA);
    }

    static boolean isReservedCatalog(String catalog) {
        return catalog.equalsIgnoreCase(CATALOG);
    }

    /** A namespace as one word, which is how clients know it. */
    static String schemaOf(NamespaceName namespace) {
        return String.join(".", namespace.levels());
    }
}
