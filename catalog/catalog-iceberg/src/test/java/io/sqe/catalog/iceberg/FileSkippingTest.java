package io.sqe.catalog.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.Column;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.Literal;
import io.sqe.catalog.PartitionField;
import io.sqe.catalog.PartitionTransform;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.WrittenFile;
import io.sqe.catalog.iceberg.Samples.Sample;
import io.sqe.catalog.iceberg.table.IcebergValues;
import io.sqe.catalog.iceberg.table.TypeFromIceberg;
import io.sqe.catalog.iceberg.table.TypeToIceberg;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.ScanPredicate.Comparison;
import io.sqe.catalog.scan.ScanRequest;
import io.sqe.catalog.scan.ScanTask;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.transforms.Transform;
import org.apache.iceberg.transforms.Transforms;
import org.apache.iceberg.types.Type;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds skipping against DuckDB: a file in which DuckDB finds a row must never be skipped. */
class FileSkippingTest {
    private static final long SEED = 20_261_121;
    private static final int COMBINATIONS = 30;

    private static IcebergCatalog catalog;
    private static Connection duckdb;
    private static int tables;

    @BeforeAll
    static void open() throws SQLException {
        catalog = InMemoryWarehouse.open("lake");
        catalog.createNamespace(io.sqe.catalog.NamespaceName.of("lake", "test"), Map.of(), IfExists.FAIL);
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = duckdb.createStatement()) {
            statement.execute("SET threads = 1");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        catalog.close();
        duckdb.close();
    }

    static Stream<Samples> types() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void noFileWithAMatchingRowIsSkippedByStatistics(Samples samples) throws SQLException {
        TableName table = create(samples, List.of(), Map.of());
        try (TableWrite write = catalog.openAppend(table)) {
            List<WrittenFile> files = new ArrayList<>();
            for (List<Sample> rows : groups(samples.values())) {
                files.add(ParquetWriter.write(write, rows(rows, "")));
                files.add(ParquetWriter.write(write, rows(rows, " UNION ALL SELECT NULL")));
            }
            files.add(ParquetWriter.write(write, rows(List.of(), "SELECT NULL::" + samples.sqlType() + " AS v")));
            write.commit(files);
        }

        List<PredicateSql> predicates = PredicateSql.all(samples);
        assertNothingWantedIsSkipped(table, predicates);
        assertNothingWantedIsSkipped(table, PredicateSql.combined(predicates, COMBINATIONS, new Random(SEED)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void filesAreSkippedByStatisticsOfEveryType(Samples samples) throws SQLException {
        TableName table = create(samples, List.of(), Map.of());
        List<Sample> two = List.of(samples.values().getFirst(), distinctFromFirst(samples));
        try (TableWrite write = catalog.openAppend(table)) {
            write.commit(two.stream()
                    .map(one -> ParquetWriter.write(write, rows(List.of(one), "")))
                    .toList());
        }

        for (Sample wanted : two) {
            FileScan plan = plan(table, PredicateSql.compare(Comparison.EQUAL, wanted));
            assertThat(plan.tasks()).as("files for %s", wanted).hasSize(1);
            assertThat(plan.filesTotal()).isEqualTo(2);
        }
    }

    static Stream<Arguments> partitionings() {
        return Samples.all().flatMap(samples -> transforms(samples).map(transform -> Arguments.of(samples, transform)));
    }

    @ParameterizedTest
    @MethodSource("partitionings")
    void noFileWithAMatchingRowIsSkippedByItsPartition(Samples samples, PartitionTransform transform)
            throws SQLException {
        List<PartitionField> partitioning = List.of(new PartitionField(0, "v", "p", transform));
        TableName table = create(samples, partitioning, Map.of("write.metadata.metrics.default", "none"));
        Map<Optional<Literal>, List<Sample>> partitions = partitions(samples, transform);
        try (TableWrite write = catalog.openAppend(table)) {
            List<WrittenFile> files = new ArrayList<>();
            partitions.forEach((value, rows) -> {
                WrittenFile file = ParquetWriter.write(write, rows(rows, ""));
                files.add(new WrittenFile(file.location(), Map.of("p", value)));
            });
            WrittenFile nulls =
                    ParquetWriter.write(write, rows(List.of(), "SELECT NULL::" + samples.sqlType() + " AS v"));
            files.add(new WrittenFile(nulls.location(), Map.of("p", Optional.empty())));
            write.commit(files);
        }

        List<PredicateSql> predicates = PredicateSql.all(samples);
        assertNothingWantedIsSkipped(table, predicates);
        assertNothingWantedIsSkipped(table, PredicateSql.combined(predicates, COMBINATIONS, new Random(SEED)));
        Sample last = samples.values().stream()
                .filter(one -> !Samples.isNan(one.literal()))
                .toList()
                .getFirst();
        assertThat(plan(table, PredicateSql.compare(Comparison.EQUAL, last))
                        .tasks()
                        .size())
                .as("files for %s", last)
                .isLessThanOrEqualTo(partitions.size());
    }

    private static void assertNothingWantedIsSkipped(TableName table, List<PredicateSql> predicates)
            throws SQLException {
        List<String> files = catalog.planScan(ScanRequest.of(table)).tasks().stream()
                .map(ScanTask::location)
                .toList();
        Map<Integer, Set<String>> wanted = filesWithRows(files, predicates);
        for (int i = 0; i < predicates.size(); i++) {
            Set<String> planned = plan(table, predicates.get(i)).tasks().stream()
                    .map(ScanTask::location)
                    .collect(Collectors.toSet());
            assertThat(planned).as(predicates.get(i).sql()).containsAll(wanted.getOrDefault(i, Set.of()));
        }
    }

    /** In which files DuckDB finds a row, by the predicate's index. */
    private static Map<Integer, Set<String>> filesWithRows(List<String> files, List<PredicateSql> predicates)
            throws SQLException {
        String names = files.stream().collect(Collectors.joining("', '", "['", "']"));
        List<String> flags = predicates.stream()
                .map(one -> "coalesce(bool_or(" + one.sql() + "), false)")
                .toList();
        Map<Integer, Set<String>> found = new HashMap<>();
        String sql = "SELECT filename, %s FROM read_parquet(%s, filename = true) GROUP BY filename"
                .formatted(String.join(", ", flags), names);
        try (var statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                for (int i = 0; i < predicates.size(); i++) {
                    if (rows.getBoolean(i + 2)) {
                        found.computeIfAbsent(i, _ -> new HashSet<>()).add(rows.getString(1));
                    }
                }
            }
        }
        return found;
    }

    private static FileScan plan(TableName table, PredicateSql predicate) {
        return catalog.planScan(ScanRequest.of(table).where(predicate.predicate()));
    }

    private static TableName create(
            Samples samples, List<PartitionField> partitioning, Map<String, String> properties) {
        TableName table = TableName.of("lake", "test", "t" + tables++);
        catalog.createTable(
                new TableDefinition(
                        table, List.of(Column.optional(0, "v", samples.type())), partitioning, properties, 3),
                IfExists.FAIL);
        return table;
    }

    /** Each value alone, neighbours together, and all. */
    private static List<List<Sample>> groups(List<Sample> values) {
        List<List<Sample>> groups = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            groups.add(List.of(values.get(i)));
            groups.add(values.subList(i, Math.min(i + 2, values.size())));
        }
        groups.add(values);
        return groups;
    }

    private static String rows(List<Sample> rows, String more) {
        return rows.stream().map(row -> "SELECT " + row.sql() + " AS v").collect(Collectors.joining(" UNION ALL "))
                + more;
    }

    private static Sample distinctFromFirst(Samples samples) {
        return samples.values().get(1);
    }

    private static Stream<PartitionTransform> transforms(Samples samples) {
        Stream<PartitionTransform> always = Stream.of(new PartitionTransform.Identity());
        Stream<PartitionTransform> others = switch (samples.name()) {
            case "boolean", "float", "double" -> Stream.of();
            case "uuid", "time" -> Stream.of(new PartitionTransform.Bucket(4));
            case "date" ->
                Stream.of(
                        new PartitionTransform.Bucket(4),
                        new PartitionTransform.Year(),
                        new PartitionTransform.Month(),
                        new PartitionTransform.Day());
            case "timestamp", "timestamptz", "timestamp_ns" ->
                Stream.of(
                        new PartitionTransform.Bucket(4),
                        new PartitionTransform.Year(),
                        new PartitionTransform.Month(),
                        new PartitionTransform.Day(),
                        new PartitionTransform.Hour());
            default -> Stream.of(new PartitionTransform.Bucket(4), new PartitionTransform.Truncate(2));
        };
        return Stream.concat(always, others);
    }

    /** Samples by the partition value that Iceberg gives them. */
    private static Map<Optional<Literal>, List<Sample>> partitions(Samples samples, PartitionTransform transform) {
        Map<Optional<Literal>, List<Sample>> partitions = new LinkedHashMap<>();
        for (Sample sample : samples.values()) {
            Type type = TypeToIceberg.primitive(samples.type());
            partitions
                    .computeIfAbsent(
                            Optional.of(
                                    partition(type, transform, sample.literal().value())),
                            _ -> new ArrayList<>())
                    .add(sample);
        }
        return partitions;
    }

    private static Literal partition(Type type, PartitionTransform transform, Object value) {
        Transform<Object, Object> iceberg = transform(transform);
        Object result = iceberg.bind(type).apply(value);
        return IcebergValues.literal(TypeFromIceberg.type(iceberg.getResultType(type), "p"), result);
    }

    // A transform takes and gives values of the classes of its types, which nothing declares.
    @SuppressWarnings("unchecked")
    private static Transform<Object, Object> transform(PartitionTransform transform) {
        return (Transform<Object, Object>) Transforms.fromString(transform.specName());
    }
}
