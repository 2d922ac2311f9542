package io.sqe.catalog.iceberg.scan;

import io.sqe.catalog.scan.FileScan.SchemaHistory;
import java.util.regex.Pattern;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.types.TypeUtil;

/** Tells whether all files of a table can have been written with the names and types of its present schema. */
final class SchemaHistories {
    /** Names that Iceberg's writers put into files as they are; others they spell differently in a file. */
    private static final Pattern SPELLED_ALIKE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private SchemaHistories() {}

    static SchemaHistory of(TableMetadata metadata) {
        boolean unchanged = metadata.schemas().size() == 1
                && !metadata.properties().containsKey(TableProperties.DEFAULT_NAME_MAPPING)
                && TypeUtil.indexById(metadata.schema().asStruct()).values().stream()
                        .allMatch(field -> SPELLED_ALIKE.matcher(field.name()).matches());
        return unchanged ? SchemaHistory.UNCHANGED : SchemaHistory.EVOLVED;
    }
}
