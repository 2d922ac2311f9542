package io.sqe.gateway.testing;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.Catalogs;
import java.util.List;
import java.util.Optional;

/** The same catalog for everybody. */
public record OneCatalog(Catalog catalog) implements Catalogs {
    @Override
    public List<String> names() {
        return List.of(catalog.name());
    }

    @Override
    public Optional<Catalog> find(String name) {
        return name.equals(catalog.name()) ? Optional.of(catalog) : Optional.empty();
    }
}
