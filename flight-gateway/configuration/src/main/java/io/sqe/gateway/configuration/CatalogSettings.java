package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The warehouses.
 *
 * @param warehouse behind the catalog that unqualified names are looked up in
 * @param others by catalog name
 */
public record CatalogSettings(Path warehouse, Map<String, Path> others) {

    static final String OTHERS = "catalogs";

    static final Key<Optional<Path>> WAREHOUSE = Key.of(
            "catalog.warehouse",
            ValueType.path(),
            Optional.of(Path.of(System.getProperty("user.home"), ".sqe", "warehouse")),
            "Folder of the warehouse behind the catalog `lake`; made if it is not there.");
    static final Key<Optional<Path>> OTHER_WAREHOUSE = Key.of(
            "catalogs.*.warehouse",
            ValueType.path(),
            Optional.empty(),
            "Folder of another warehouse, attached under the section's name: `[catalogs.sales]`.");

    static final List<Key<?>> KEYS = List.of(WAREHOUSE, OTHER_WAREHOUSE);

    public CatalogSettings {
        others = Map.copyOf(others);
    }

    static CatalogSettings of(Settings settings) {
        Map<String, Path> others = new LinkedHashMap<>();
        for (String name : settings.names(OTHERS)) {
            settings.value(OTHER_WAREHOUSE, name).ifPresent(folder -> others.put(name, folder));
        }
        return new CatalogSettings(
                settings.value(WAREHOUSE).orElse(Path.of("")).toAbsolutePath().normalize(), others);
    }
}
