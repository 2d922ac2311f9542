package io.sqe.catalog.iceberg.table;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import java.util.List;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/** Iceberg's identifiers of our names, and back. */
public final class Identifiers {

    private Identifiers() {}

    public static Namespace of(NamespaceName name) {
        return Namespace.of(name.levels().toArray(String[]::new));
    }

    public static TableIdentifier of(TableName name) {
        return TableIdentifier.of(of(name.namespace()), name.table());
    }

    public static NamespaceName nameOf(String catalog, Namespace namespace) {
        return new NamespaceName(catalog, List.of(namespace.levels()));
    }

    public static TableName nameOf(String catalog, TableIdentifier identifier) {
        return nameOf(catalog, identifier.namespace()).table(identifier.name());
    }

    /**
     * Refuses names that Iceberg's catalogs cannot tell apart or keep.
     *
     * @throws CatalogException.InvalidDefinition for a level with a dot in it: catalogs join levels by dots
     */
    public static void checkCreatable(NamespaceName name) {
        for (String level : name.levels()) {
            if (level.indexOf('.') >= 0 || level.indexOf('\0') >= 0) {
                throw new CatalogException.InvalidDefinition(
                        "Schema name %s has a dot or a zero character inside. Choose a name without.".formatted(name));
            }
        }
    }

    /** As {@link #checkCreatable(NamespaceName)}, for the name of a table or view. */
    public static void checkCreatable(TableName name) {
        checkCreatable(name.namespace());
        if (name.table().indexOf('\0') >= 0) {
            throw new CatalogException.InvalidDefinition(
                    "Table name %s has a zero character inside. Choose a name without.".formatted(name));
        }
    }
}
