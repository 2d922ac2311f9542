package io.sqe.catalog.iceberg.write;

import io.sqe.catalog.CatalogException.ViolatedConstraint;
import io.sqe.catalog.Literal;
import io.sqe.catalog.TableName;
import io.sqe.catalog.WrittenFile;
import io.sqe.catalog.iceberg.footer.FooterMetrics;
import io.sqe.catalog.iceberg.footer.ParquetFooter;
import io.sqe.catalog.iceberg.table.IcebergValues;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types.NestedField;

/** Reads the footers of written files and makes of each a data file with metrics and partition, checked against the table. */
public final class DataFileReader {
    private final TableName name;
    private final Schema schema;
    private final PartitionSpec spec;
    private final MetricsConfig metrics;

    /** For files written with the schema and partition spec that the table has now. */
    public DataFileReader(TableName name, Table table) {
        this.name = name;
        this.schema = table.schema();
        this.spec = table.spec();
        this.metrics = MetricsConfig.forTable(table);
    }

    /**
     * Data files of the written files that have rows.
     *
     * @throws ViolatedConstraint if a required column has nulls
     */
    List<DataFile> read(WriteFolder folder, List<WrittenFile> written) {
        return written.stream()
                .map(file -> read(folder, file))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<DataFile> read(WriteFolder folder, WrittenFile written) {
        if (!written.location().startsWith(folder.location() + "/")) {
            throw new IllegalStateException(
                    "File " + written.location() + " is outside of the write's folder " + folder.location());
        }
        ParquetFooter footer = ParquetFooter.read(folder.io().newInputFile(written.location()));
        if (footer.rowCount() == 0) {
            return Optional.empty();
        }
        Metrics found = FooterMetrics.of(footer, schema, metrics);
        new RequiredColumns(name, schema).check(footer);
        DataFiles.Builder file = DataFiles.builder(spec)
                .withPath(written.location())
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(footer.lengthBytes())
                .withMetrics(found)
                .withSplitOffsets(footer.splitOffsets());
        return Optional.of(
                spec.isPartitioned() ? file.withPartition(partition(written)).build() : file.build());
    }

    private PartitionData partition(WrittenFile written) {
        List<NestedField> types = spec.partitionType().fields();
        PartitionData data = new PartitionData(spec.partitionType());
        for (int i = 0; i < types.size(); i++) {
            PartitionField field = spec.fields().get(i);
            Optional<Literal> value = written.partition().get(field.name());
            if (value == null && !field.transform().isVoid()) {
                throw new IllegalStateException(
                        "File " + written.location() + " has no value of partition field " + field.name());
            }
            if (value != null && value.isPresent()) {
                data.set(i, IcebergValues.ofType(types.get(i).type(), value.get()));
            }
        }
        return data;
    }
}
