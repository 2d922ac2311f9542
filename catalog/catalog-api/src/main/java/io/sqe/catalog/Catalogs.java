package io.sqe.catalog;

import java.util.List;
import java.util.Optional;

/** The catalogs that one principal may use. */
public interface Catalogs {

    /** Names in the order of configuration; the first is the default. */
    List<String> names();

    Optional<Catalog> find(String name);
}
