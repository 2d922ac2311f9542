package io.sqe.gateway.planning;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.planner.binding.BoundTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The state of every table and view in a plan. */
record TableStates(Map<TableName, Optional<String>> tokens) {

    /** Those that a plan was made of; nothing if any of them has changed since. */
    static Optional<TableStates> of(PlannedQuery query, Catalogs catalogs) {
        Map<TableName, Optional<String>> tokens = new LinkedHashMap<>();
        query.secured().tables().forEach(table -> tokens.put(table.name(), token(table.name(), catalogs)));
        query.secured().cacheability().views().forEach(view -> tokens.put(view, token(view, catalogs)));
        var states = new TableStates(tokens);
        return Optional.of(states).filter(read -> isCurrent(query, catalogs) && read.hold(catalogs));
    }

    /** Whether every table and view is in the same state. */
    boolean hold(Catalogs catalogs) {
        return tokens.entrySet().stream().allMatch(entry -> entry.getValue().equals(token(entry.getKey(), catalogs)));
    }

    /** Whether what was planned is what the catalog has now: the states just read may be younger than the plan. */
    private static boolean isCurrent(PlannedQuery query, Catalogs catalogs) {
        return query.isOfOneState() && query.secured().tables().stream().allMatch(table -> isCurrent(table, catalogs));
    }

    private static boolean isCurrent(BoundTable table, Catalogs catalogs) {
        Optional<TableMetadata> now = catalogs.find(table.name().catalog())
                .flatMap(catalog -> catalog.findTable(table.name(), new TableVersion.Current()));
        return !(table.version() instanceof TableVersion.Current) || now.equals(Optional.of(table.metadata()));
    }

    private static Optional<String> token(TableName name, Catalogs catalogs) {
        Optional<Catalog> catalog = catalogs.find(name.catalog());
        return catalog.flatMap(known -> known.stateToken(name));
    }
}
