package io.sqe.catalog.scan;

import io.sqe.catalog.TableMetadata;
import java.util.List;
import java.util.Map;

/**
 * The files of a table that a scan reads.
 *
 * @param table the table at the version asked for; its schema is the one rows are read with
 * @param schemaHistory whether the files must be matched with that schema by field id
 * @param filesTotal data files of the snapshot, skipped ones included
 * @param bytesTotal bytes of those files
 * @param decimalDigits by field id: no value of that decimal column in the snapshot has more digits, those behind the point
 *     included; a column that is not listed may have as many as its type
 */
public record FileScan(
        TableMetadata table,
        SchemaHistory schemaHistory,
        List<ScanTask> tasks,
        long filesTotal,
        long bytesTotal,
        Map<Integer, Integer> decimalDigits)
        implements ScanPlan {

    public FileScan {
        tasks = List.copyOf(tasks);
        decimalDigits = Map.copyOf(decimalDigits);
    }

    /** How the columns of the files relate to the columns of the table. */
    public enum SchemaHistory {
        /** Every file has each column under the name and type that the table gives it. */
        UNCHANGED,
        /** A file may lack columns or field ids, or have other names, types or order: only field ids tell. */
        EVOLVED
    }
}
