package io.sqe.gateway.observation.catalog;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.Catalogs;
import java.util.List;
import java.util.Optional;

/** Catalogs that are watched, each. */
record ObservedCatalogs(Catalogs catalogs, CatalogCalls calls) implements Catalogs {

    @Override
    public List<String> names() {
        return catalogs.names();
    }

    @Override
    public Optional<Catalog> find(String name) {
        return catalogs.find(name).map(catalog -> new ObservedCatalog(catalog, calls));
    }
}
