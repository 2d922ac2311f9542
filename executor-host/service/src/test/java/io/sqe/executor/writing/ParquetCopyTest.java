package io.sqe.executor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.executor.duckdb.ArrowStream;
import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbLibrary;
import io.sqe.fragment.v1.Field;
import io.sqe.fragment.v1.ParquetWrite;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.iceberg.util.BucketUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetCopyTest {
    private static final int BATCH_ROWS = 1024;

    @TempDir
    Path warehouse;

    private Path folder;

    private RootAllocator allocator;
    private Database database;
    private Connection connection;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(warehouse.resolve("data"));
        allocator = new RootAllocator();
        database = Database.open(
                DuckDbLibrary.load(), DatabaseOptions.locked().withAllowedDirectories(List.of(warehouse)));
        BucketFunctions.all().forEach(database::register);
        connection = database.connect();
    }

    @AfterEach
    void close() {
        connection.close();
        database.close();
        allocator.close();
    }

    @Test
    void filesCarryFieldIdsOfNestedColumnsToo() {
        ParquetWrite write = write().addColumns(field(1, "id", "long"))
                .addColumns(field(2, "s", "struct")
                        .addChildren(field(3, "a b", "int"))
                        .addChildren(field(4, "l", "list").addChildren(field(5, "element", "string"))))
                .addColumns(field(6, "m", "map")
                        .addChildren(field(7, "key", "string"))
                        .addChildren(field(8, "value", "double")))
                .build();

        copy(write, "SELECT 1::BIGINT AS id, {'a b': 1, l: ['x']} AS s, MAP {'k': 1.5::DOUBLE} AS m");

        assertThat(column("SELECT concat(field_id, ' ', name) FROM parquet_schema('" + folder
                        + "/*.parquet') WHERE field_id IS NOT NULL"))
                .containsExactly("1 id", "2 s", "3 a b", "4 l", "5 element", "6 m", "7 key", "8 value");
    }

    /** Each page has a header of its own, which counts. */
    @Test
    void pagesAreAsSmallAsTheTableWants() {
        long inOnePage = bytesOfNumbers("one", 0);
        long inManyPages = bytesOfNumbers("many", 4_096);

        assertThat(inManyPages - inOnePage).isGreaterThan(100 * Long.BYTES);
    }

    private long bytesOfNumbers(String name, long pageBytes) {
        ParquetWrite write = write().setFolder(folder.resolve(name).toString())
                .setPageBytes(pageBytes)
                .addColumns(field(1, "id", "double"))
                .build();
        copy(write, "SELECT random() AS id FROM range(100_000)");
        return Long.parseLong(column("SELECT sum(total_uncompressed_size)::VARCHAR FROM parquet_metadata('"
                        + folder.resolve(name) + "/*.parquet')")
                .getFirst());
    }

    @Test
    void eachPartitionIsAFileWithItsValues() {
        ParquetWrite write = write().addColumns(field(1, "id", "int"))
                .addColumns(field(2, "name", "string"))
                .addPartitions(partition("id_bucket", 0, "bucket[4]"))
                .addPartitions(partition("name", 1, "identity"))
                .build();

        List<String> files = copy(write, "SELECT * FROM (VALUES (1, 'a/b'), (34, NULL), (1, 'a/b')) t(id, name)");

        assertThat(files).containsExactlyInAnyOrder("2 [" + bucket(1, 4) + ", a/b]", "1 [" + bucket(34, 4) + ", null]");
    }

    @Test
    void bucketsOfEveryTypeAreIcebergs() {
        var expected = new TreeMap<String, Integer>();
        expected.put("long", BucketUtil.hash(34L));
        expected.put("date", BucketUtil.hash(17486));
        expected.put("timestamp", BucketUtil.hash(1_510_871_468_000_001L));
        expected.put("string", BucketUtil.hash("iceberg"));
        expected.put("decimal(9,2)", BucketUtil.hash(new BigDecimal("14.20")));
        expected.put("binary", BucketUtil.hash(ByteBuffer.wrap(new byte[] {0, 1, 2, 3})));

        expected.forEach((type, hash) -> {
            String value = switch (type) {
                case "long" -> "34::BIGINT";
                case "date" -> "DATE '2017-11-16'";
                case "timestamp" -> "TIMESTAMP '2017-11-16 22:31:08.000001'";
                case "string" -> "'iceberg'";
                case "binary" -> "unhex('00010203')";
                default -> "14.20::DECIMAL(9,2)";
            };
            String sql = "SELECT " + PartitionSql.value("bucket[1000]", type, value);
            assertThat(column(sql)).as(type).containsExactly(String.valueOf((hash & Integer.MAX_VALUE) % 1000));
        });
    }

    @Test
    void noRowsMakeNoFile() {
        ParquetWrite write = write().addColumns(field(1, "id", "int")).build();

        assertThat(copy(write, "SELECT 1 AS id WHERE false")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rowsAreCutIntoFilesOfTheTargetSize() {
        ParquetWrite write = write().setTargetFileBytes(200_000)
                .setRowGroupRows(20_000)
                .addColumns(field(1, "id", "double"))
                .build();

        List<String> files = copy(write, "SELECT random() AS id FROM range(100000)");

        assertThat(files).hasSizeGreaterThan(1);
    }

    private List<String> copy(ParquetWrite write, String select) {
        List<String> files = new ArrayList<>();
        try (ArrowStream copy = connection.query(ParquetCopy.of(write, select), BATCH_ROWS, allocator);
                VectorSchemaRoot batch = CopiedFiles.read(copy, write.getPartitionsCount(), allocator)) {
            for (int row = 0; row < batch.getRowCount(); row++) {
                files.add(batch.getVector("row_count").getObject(row) + " "
                        + batch.getVector("partition")
                                .getObject(row)
                                .toString()
                                .replace("\"", "")
                                .replace(",", ", "));
            }
        }
        return files;
    }

    private List<String> column(String sql) {
        List<String> values = new ArrayList<>();
        try (ArrowStream rows = connection.query(sql, BATCH_ROWS, allocator)) {
            for (VectorSchemaRoot next = rows.next(); next != null; next = rows.next()) {
                try (VectorSchemaRoot batch = next) {
                    for (int row = 0; row < batch.getRowCount(); row++) {
                        values.add(String.valueOf(batch.getVector(0).getObject(row)));
                    }
                }
            }
        }
        return values;
    }

    private ParquetWrite.Builder write() {
        return ParquetWrite.newBuilder()
                .setFolder(folder.toString())
                .setCodec("zstd")
                .setTargetFileBytes(512L << 20);
    }

    private static Field.Builder field(int id, String name, String type) {
        return Field.newBuilder().setId(id).setName(name).setType(type);
    }

    private static ParquetWrite.Partition partition(String name, int source, String transform) {
        return ParquetWrite.Partition.newBuilder()
                .setName(name)
                .setSource(source)
                .setTransform(transform)
                .build();
    }

    private static int bucket(int value, int buckets) {
        return (BucketUtil.hash(value) & Integer.MAX_VALUE) % buckets;
    }
}
