package io.sqe.planner.binding;

import io.sqe.catalog.Column;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableVersion;
import io.sqe.planner.binding.BoundPlan.Visibility;
import io.sqe.planner.statement.FileTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Counts the scans of a statement and keeps what each is of. */
final class Scans {
    private final StatementCatalog catalog = new StatementCatalog();
    private final FileDescriber describer;
    private final List<BoundTable> tables = new ArrayList<>();
    private final List<BoundFiles> files = new ArrayList<>();

    private Visibility visibility = Visibility.FULL;

    Scans(FileDescriber describer) {
        this.describer = describer;
    }

    StatementCatalog catalog() {
        return catalog;
    }

    List<BoundTable> tables() {
        return tables;
    }

    List<BoundFiles> files() {
        return files;
    }

    Visibility visibility() {
        return visibility;
    }

    SqlIdentifier table(
            TableMetadata metadata, TableVersion version, ScanRestriction restriction, SqlParserPos position) {
        var table = new BoundTable(metadata.name(), version, metadata, next());
        visibility = restriction.isNone() ? visibility : Visibility.RESTRICTED;
        tables.add(table);
        catalog.add(
                table.scan(), ScanTable.of(table, visibleRow(metadata.schema().columns(), restriction), restriction));
        return reference(table.scan(), position);
    }

    SqlIdentifier files(FileTable file) {
        return files(FileNames.source(file), file.getParserPosition());
    }

    SqlIdentifier files(SqlCall function) {
        return files(FileFunctions.source(function), function.getParserPosition());
    }

    private SqlIdentifier files(FileSource source, SqlParserPos position) {
        var described = new BoundFiles(source, describer.describe(source), next());
        files.add(described);
        catalog.add(described.scan(), ScanTable.of(described, ColumnTypes.toRow(described.columns())));
        return reference(described.scan(), position);
    }

    /** The columns that are not hidden. A masked one may be null, whatever is stored. */
    private static RelDataType visibleRow(List<Column> columns, ScanRestriction restriction) {
        var row = SqeTypeFactory.INSTANCE.builder();
        for (int i = 0; i < columns.size(); i++) {
            if (!restriction.hidden().contains(i)) {
                RelDataType type = ColumnTypes.toField(columns.get(i));
                row.add(
                        columns.get(i).name(),
                        SqeTypeFactory.INSTANCE.createTypeWithNullability(
                                type, type.isNullable() || restriction.masks().containsKey(i)));
            }
        }
        return row.build();
    }

    private int next() {
        return tables.size() + files.size();
    }

    private static SqlIdentifier reference(int scan, SqlParserPos position) {
        return new SqlIdentifier(ScanTable.uniqueName(scan), position);
    }
}
