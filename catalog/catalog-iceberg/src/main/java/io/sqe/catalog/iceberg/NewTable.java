package io.sqe.catalog.iceberg;

import io.sqe.catalog.CatalogException.InvalidDefinition;
import io.sqe.catalog.CatalogException.UnknownNamespace;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableName;
import io.sqe.catalog.iceberg.table.Identifiers;
import io.sqe.catalog.iceberg.table.PartitionTransforms;
import io.sqe.catalog.iceberg.table.TypeToIceberg;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Catalog.TableBuilder;

/**
 * A table's definition in Iceberg's terms, checked.
 *
 * @param location a folder for it, if the storage chooses one
 */
record NewTable(
        OpenedCatalog catalog,
        TableName name,
        Schema schema,
        PartitionSpec spec,
        Map<String, String> properties,
        Optional<String> location) {
    private static final int FORMAT_VERSION_MIN = 1;
    private static final int FORMAT_VERSION_MAX = 3;

    /** @throws InvalidDefinition if the format does not allow the definition */
    static NewTable of(OpenedCatalog catalog, TableDefinition definition) {
        TableName name = definition.name();
        Identifiers.checkCreatable(name);
        if (!catalog.namespaces().namespaceExists(Identifiers.of(name.namespace()))) {
            throw new UnknownNamespace(name.namespace());
        }
        Schema schema = schema(definition);
        return new NewTable(
                catalog,
                name,
                schema,
                PartitionTransforms.spec(schema, definition.partitioning()),
                properties(definition),
                catalog.storage().newLocation(name));
    }

    TableBuilder tableBuilder() {
        TableBuilder builder = catalog.tables()
                .buildTable(Identifiers.of(name), schema)
                .withPartitionSpec(spec)
                .withProperties(properties);
        location.ifPresent(builder::withLocation);
        return builder;
    }

    /** A table with this definition in another's place: same folder, same history, a format version no older. */
    TableMetadata replacing(TableMetadata current) {
        int asked = Integer.parseInt(properties.get(TableProperties.FORMAT_VERSION));
        Map<String, String> raised = new HashMap<>(properties);
        raised.put(TableProperties.FORMAT_VERSION, Integer.toString(Math.max(asked, current.formatVersion())));
        return current.buildReplacement(schema, spec, SortOrder.unsorted(), current.location(), raised);
    }

    /** Removes what a failed creation left. */
    void abandon() {
        location.ifPresent(catalog.storage()::removeUncreated);
    }

    private static Schema schema(TableDefinition definition) {
        try {
            Schema schema = TypeToIceberg.schema(definition.columns());
            Schema.checkCompatibility(schema, definition.formatVersion());
            return schema;
        } catch (IllegalArgumentException
                | IllegalStateException
                | org.apache.iceberg.exceptions.ValidationException e) {
            throw new InvalidDefinition("Cannot create table %s: %s.".formatted(definition.name(), e.getMessage()));
        }
    }

    private static Map<String, String> properties(TableDefinition definition) {
        int version = definition.formatVersion();
        if (version < FORMAT_VERSION_MIN || version > FORMAT_VERSION_MAX) {
            throw new InvalidDefinition("Cannot create table %s with format version %d. There are versions %d to %d."
                    .formatted(definition.name(), version, FORMAT_VERSION_MIN, FORMAT_VERSION_MAX));
        }
        Map<String, String> properties = new HashMap<>(definition.properties());
        properties.put(TableProperties.FORMAT_VERSION, Integer.toString(version));
        return properties;
    }
}
