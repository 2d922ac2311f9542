package io.sqe.gateway.explain;

import io.sqe.catalog.Column;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.executor.OperatorProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the table that a scan of the engine reads. The engine knows files only, so its scan is told by the columns it gives, and by
 * what the other scans read: where two tables could still be meant, none is named.
 */
final class ScannedTables {
    static final String SCAN = "TABLE_SCAN";

    private final Map<OperatorProfile, List<TableName>> possible = new HashMap<>();

    ScannedTables(OperatorProfile query, List<? extends ScanPlan> plans) {
        List<OperatorProfile> scans = new ArrayList<>();
        collect(query, scans);
        for (OperatorProfile scan : scans) {
            possible.put(scan, tables(scan, plans));
        }
        if (scans.size() == plans.size()) {
            settle(scans);
        }
    }

    Optional<TableName> find(OperatorProfile scan) {
        List<TableName> tables =
                possible.getOrDefault(scan, List.of()).stream().distinct().toList();
        return tables.size() == 1 ? Optional.of(tables.getFirst()) : Optional.empty();
    }

    private static void collect(OperatorProfile operator, List<OperatorProfile> scans) {
        if (operator.name().equals(SCAN)) {
            scans.add(operator);
        }
        operator.inputs().forEach(input -> collect(input, scans));
    }

    /** One entry for each time that the statement names the table. */
    private static List<TableName> tables(OperatorProfile scan, List<? extends ScanPlan> plans) {
        Set<String> columns = columns(scan);
        List<TableName> tables = new ArrayList<>();
        for (ScanPlan plan : plans) {
            if (names(plan.table()).containsAll(columns)) {
                tables.add(plan.table().name());
            }
        }
        return tables;
    }

    /** Each plan has one scan: what is read by a scan that can read nothing else is not what the others read. */
    private void settle(List<OperatorProfile> scans) {
        List<OperatorProfile> open = new ArrayList<>(scans);
        Optional<OperatorProfile> sure = findSure(open);
        while (sure.isPresent()) {
            OperatorProfile settled = sure.get();
            open.remove(settled);
            find(settled)
                    .ifPresent(table -> open.forEach(
                            scan -> possible.getOrDefault(scan, List.of()).remove(table)));
            sure = findSure(open);
        }
    }

    private Optional<OperatorProfile> findSure(List<OperatorProfile> open) {
        return open.stream()
                .filter(scan -> possible.getOrDefault(scan, List.of()).size() == 1)
                .findFirst();
    }

    private static Set<String> columns(OperatorProfile scan) {
        Set<String> columns = new HashSet<>(
                Arrays.asList(scan.details().getOrDefault("Projections", "").split("\\s*[,\\n]\\s*")));
        // The last two are the engine's own columns of files.
        List.of("", "file_row_number", "file_index").forEach(columns::remove);
        return columns;
    }

    private static Set<String> names(TableMetadata table) {
        Set<String> names = new HashSet<>();
        for (Column column : table.schema().columns()) {
            names.add(column.name());
        }
        return names;
    }
}
