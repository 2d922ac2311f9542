package io.sqe.planner.binding;

import io.sqe.catalog.Column;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableVersion;
import io.sqe.planner.statement.TextSpan;
import io.sqe.policy.decision.SqlExpression;
import io.sqe.policy.decision.TableAccess;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a decision about a table into a restriction of one scan. */
final class Restrictions {
    private final VisibleCatalogs catalogs;

    Restrictions(VisibleCatalogs catalogs) {
        this.catalogs = catalogs;
    }

    ScanRestriction of(TableMetadata table, TableVersion version, TextSpan span) {
        List<String> stored =
                table.schema().columns().stream().map(Column::name).toList();
        return switch (catalogs.access(table.name())) {
            case TableAccess.Full() -> ScanRestriction.none(stored);
            case TableAccess.Restricted restricted -> restrict(restricted, stored, namesNow(table, version, span));
            case TableAccess.Denied(String _) -> throw catalogs.unknownTable(table.name(), span);
        };
    }

    private static ScanRestriction restrict(TableAccess.Restricted access, List<String> stored, List<String> now) {
        Set<Integer> hidden = new HashSet<>();
        Map<Integer, SqlExpression> masks = new HashMap<>();
        for (int column = 0; column < stored.size(); column++) {
            List<String> names = List.of(now.get(column), stored.get(column));
            if (access.hiddenColumns().stream().anyMatch(name -> isOneOf(name, names))) {
                hidden.add(column);
            }
            Optional<SqlExpression> mask = access.masks().entrySet().stream()
                    .filter(entry -> isOneOf(entry.getKey(), names))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (mask.isPresent()) {
                masks.put(column, mask.get());
            }
        }
        return new ScanRestriction(now, access.rowFilters(), masks, hidden);
    }

    private static boolean isOneOf(String name, List<String> names) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** What the columns of a version are called in the table as it is now; a column that is gone keeps its old name. */
    private List<String> namesNow(TableMetadata table, TableVersion version, TextSpan span) {
        List<Column> stored = table.schema().columns();
        if (version instanceof TableVersion.Current) {
            return stored.stream().map(Column::name).toList();
        }
        Map<Integer, String> now = catalogs.findTable(table.name(), new TableVersion.Current(), span)
                .map(current ->
                        current.schema().columns().stream().collect(Collectors.toMap(Column::fieldId, Column::name)))
                .orElse(Map.of());
        return stored.stream()
                .map(column -> now.getOrDefault(column.fieldId(), column.name()))
                .toList();
    }
}
