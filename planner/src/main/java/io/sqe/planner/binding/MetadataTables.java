package io.sqe.planner.binding;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps Iceberg's metadata tables out of statements. They show file paths, bounds and counts of the rows that a policy hides; and a
 * catalog may answer to {@code schema.table.files} as readily as to {@code "table$files"}.
 */
final class MetadataTables {
    private static final Set<String> NAMES = Set.of(
            "entries",
            "files",
            "data_files",
            "delete_files",
            "history",
            "metadata_log_entries",
            "snapshots",
            "refs",
            "manifests",
            "partitions",
            "properties",
            "all_data_files",
            "all_delete_files",
            "all_files",
            "all_manifests",
            "all_entries",
            "position_deletes");

    private MetadataTables() {}

    static void refuse(TableName name, Catalog catalog, TextSpan span) {
        int dollar = name.table().lastIndexOf('$');
        boolean suffixed = dollar > 0 && isName(name.table().substring(dollar + 1));
        if (suffixed || (isName(name.table()) && isInsideTable(name.namespace(), catalog))) {
            throw new PlannerException.Unsupported("Metadata table " + name, span);
        }
    }

    private static boolean isName(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isInsideTable(NamespaceName namespace, Catalog catalog) {
        List<String> levels = namespace.levels();
        if (levels.size() < 2) {
            return false;
        }
        var outer = new NamespaceName(namespace.catalog(), levels.subList(0, levels.size() - 1));
        return catalog.findTable(outer.table(levels.getLast()), new TableVersion.Current())
                .isPresent();
    }
}
