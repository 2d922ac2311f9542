package io.sqe.gateway.explain;

import io.sqe.catalog.Column;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.executor.OperatorProfile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the table that a scan of the engine reads. The engine knows files only, so its scan is told by the columns it gives: where
 * two tables could be meant, none is named.
 */
final class ScannedTables {
    private final List<ScanPlan> scans;

    ScannedTables(List<ScanPlan> scans) {
        this.scans = scans;
    }

    Optional<TableName> find(OperatorProfile scan) {
        Set<String> columns = columns(scan);
        List<TableName> possible = scans.stream()
                .map(ScanPlan::table)
                .filter(table -> names(table).containsAll(columns))
                .map(TableMetadata::name)
                .distinct()
                .toList();
        return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
    }

    private static Set<String> columns(OperatorProfile scan) {
        Set<String> columns = new HashSet<>(
                Arrays.asList(scan.details().getOrDefault("Projections", "").split("\\s*[,\\n]\\s*")));
        columns.remove("");
        // The engine's own columns of files.
        columns.remove("file_row_number");
        columns.remove("file_index");
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
