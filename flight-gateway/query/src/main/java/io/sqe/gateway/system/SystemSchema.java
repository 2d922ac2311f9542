package io.sqe.gateway.system;

import io.sqe.catalog.NamespaceName;
import java.util.List;
import java.util.Optional;

/** A namespace of system tables. */
record SystemSchema(NamespaceName name, List<SystemTable> tables) {

    SystemSchema {
        tables = List.copyOf(tables);
    }

    Optional<SystemTable> find(String table) {
        return tables.stream()
                .filter(candidate -> candidate.shape().name().equals(table))
                .findFirst();
    }
}
