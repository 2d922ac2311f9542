package io.sqe.executor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.executor.Cancellation;
import io.sqe.executor.Executor;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.fragment.DuckDbExecutor;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.v1.Field;
import io.sqe.fragment.v1.ParquetWrite;
import io.substrait.proto.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Through the process as without it. */
@Timeout(120)
class RemoteExecutorIT {
    @TempDir
    static Path warehouse;

    private static TestProcess test;
    private static DuckDbExecutor local;

    @BeforeAll
    static void open() {
        test = TestProcess.over(warehouse);
        local = DuckDbExecutor.open(TestProcess.options(warehouse).engine(), test.allocator());
    }

    @AfterAll
    static void close() {
        local.close();
        test.close();
    }

    @Test
    void rowsAndTypesAreThoseOfTheEngine() {
        Path file = test.write(
                warehouse.resolve("types.parquet"),
                "SELECT i::BIGINT AS id, CASE WHEN i % 7 = 0 THEN NULL ELSE 'text ' || i END AS name,"
                        + " (i / 100)::DECIMAL(30,4) AS amount, DATE '2026-01-01' + i::INTEGER AS day,"
                        + " TIMESTAMP '2026-01-01' + to_seconds(i) AS at, [i, NULL, i + 1] AS list,"
                        + " {'a': i, 'b': ['x', 'y' || i]} AS nested, MAP {'k' || i: i::DOUBLE} AS map,"
                        + " i % 2 = 0 AS even, ('b' || i)::BLOB AS bytes FROM range(200000) t(i)");
        var names = List.of("id", "name", "amount", "day", "at", "list", "nested", "a", "b", "map", "even", "bytes");
        Fragment fragment = Plans.scan(file, names, types());

        assertThat(schema(test.executor(), fragment)).isEqualTo(schema(local, fragment));
        assertThat(rows(test.executor(), fragment)).hasSize(200_000).isEqualTo(rows(local, fragment));
    }

    private static List<Type> types() {
        Type f64 = Type.newBuilder().setFp64(Type.FP64.getDefaultInstance()).build();
        Type list = Type.newBuilder()
                .setList(Type.List.newBuilder().setType(Plans.I64))
                .build();
        Type texts = Type.newBuilder()
                .setList(Type.List.newBuilder().setType(Plans.STRING))
                .build();
        return List.of(
                Plans.I64,
                Plans.STRING,
                Type.newBuilder()
                        .setDecimal(Type.Decimal.newBuilder().setPrecision(30).setScale(4))
                        .build(),
                Type.newBuilder().setDate(Type.Date.getDefaultInstance()).build(),
                Type.newBuilder()
                        .setPrecisionTimestamp(
                                Type.PrecisionTimestamp.newBuilder().setPrecision(6))
                        .build(),
                list,
                Type.newBuilder()
                        .setStruct(Type.Struct.newBuilder().addTypes(Plans.I64).addTypes(texts))
                        .build(),
                Type.newBuilder()
                        .setMap(Type.Map.newBuilder().setKey(Plans.STRING).setValue(f64))
                        .build(),
                Type.newBuilder().setBool(Type.Boolean.getDefaultInstance()).build(),
                Type.newBuilder().setBinary(Type.Binary.getDefaultInstance()).build());
    }

    @Test
    void filesAreWrittenByTheProcess() throws IOException {
        Path folder = Files.createDirectory(warehouse.resolve("written"));
        Path source = test.write(warehouse.resolve("source.parquet"), "SELECT i FROM range(1000) t(i)");
        Fragment scan = Plans.scan(source, List.of("i"), List.of(Plans.I64));
        var write = ParquetWrite.newBuilder()
                .setFolder(folder.toString())
                .setCodec("zstd")
                .setRowGroupRows(100_000)
                .setRowGroupBytes(1L << 27)
                .setTargetFileBytes(1L << 29)
                .addColumns(Field.newBuilder().setId(1).setName("i").setType("long"))
                .build();

        List<String> files = test.rows(new Fragment(scan.id(), scan.plan(), new Fragment.Output.Parquet(write)));

        assertThat(files).singleElement().asString().contains(folder.toString()).contains("|1000|");
        assertThat(folder).isNotEmptyDirectory();
    }

    @Test
    void failuresAreThoseOfTheEngine() {
        Path texts = test.write(warehouse.resolve("texts.parquet"), "SELECT 'abc' AS t");
        Fragment badCast = Plans.castToNumber(texts, "t");
        Fragment missing = Plans.scan(warehouse.resolve("missing.parquet"), List.of("i"), List.of(Plans.I64));

        assertSameFailure(badCast);
        assertSameFailure(missing);
    }

    private static void assertSameFailure(Fragment fragment) {
        ExecutorException expected = failure(local, fragment);
        ExecutorException actual = failure(test.executor(), fragment);
        assertThat(actual).hasSameClassAs(expected).hasMessage(expected.getMessage());
        if (expected instanceof ExecutorException.InvalidValue invalid) {
            assertThat(((ExecutorException.InvalidValue) actual).kind()).isEqualTo(invalid.kind());
        }
    }

    private static ExecutorException failure(Executor executor, Fragment fragment) {
        try {
            rows(executor, fragment);
        } catch (ExecutorException failure) {
            return failure;
        }
        throw new AssertionError("no failure");
    }

    @Test
    void explainDescribeProgressAndProfileCross() {
        Path file = test.write(warehouse.resolve("p.parquet"), "SELECT i FROM range(10) t(i)");
        Fragment scan = Plans.scan(file, List.of("i"), List.of(Plans.I64));

        assertThat(test.executor().explain(scan)).isEqualTo(local.explain(scan));
        assertThat(test.executor().describe(Plans.parquet(file))).isEqualTo(local.describe(Plans.parquet(file)));
        try (RunningFragment running =
                test.executor().start(scan, FragmentOptions.standard().profiled())) {
            assertThat(running.progress()).isNotNull();
            assertThat(Plans.drain(running)).hasSize(10);
            assertThat(running.profile()).isPresent();
        }
    }

    @Test
    void nothingIsToldOfTheOperatorsOfAQuickFragmentUnlessItIsAskedForItself() {
        Path file = test.write(warehouse.resolve("quick.parquet"), "SELECT i FROM range(10) t(i)");
        Fragment scan = Plans.scan(file, List.of("i"), List.of(Plans.I64));

        try (RunningFragment running =
                test.executor().start(scan, FragmentOptions.standard().profiledIfSlow())) {
            assertThat(Plans.drain(running)).hasSize(10);
            assertThat(running.profile()).isEmpty();
        }
        assertThat(FragmentOptions.standard().profiled().profiledIfSlow())
                .isEqualTo(FragmentOptions.standard().profiled());
    }

    @Test
    void aRequestStopsTheReaderAndTheEngine() {
        Fragment endless = endless("cancelled.parquet");
        var cancellation = new Cancellation();
        try (RunningFragment running =
                test.executor().start(endless, FragmentOptions.standard().withBatchRows(2048), cancellation)) {
            assertThat(running.rows().loadNext()).isTrue();
            Thread.ofVirtual().start(cancellation::request);
            assertThatThrownBy(() -> {
                        while (running.rows().loadNext()) {
                            assertThat(running.rows().batch().getRowCount()).isPositive();
                        }
                    })
                    .isInstanceOf(ExecutorException.Cancelled.class);
        }
        assertThat(test.rows(Plans.ONE)).containsExactly("1");
    }

    @Test
    void whatIsCancelledBeforeItStartsDoesNotStart() {
        var cancellation = new Cancellation();
        cancellation.request();

        assertThatThrownBy(() -> test.executor().start(Plans.ONE, FragmentOptions.standard(), cancellation))
                .isInstanceOf(ExecutorException.Cancelled.class);
    }

    /** Ten billion rows would not fit anywhere: the engine waits for whoever reads. */
    @Test
    void aSlowReaderHoldsTheEngineUp() {
        try (RunningFragment running = test.executor().start(endless("slow.parquet"), FragmentOptions.standard())) {
            for (int i = 0; i < 3; i++) {
                assertThat(running.rows().loadNext()).isTrue();
                assertThat(test.rows(Plans.ONE)).containsExactly("1");
            }
            assertThat(test.allocator().getAllocatedMemory()).isLessThan(256L << 20);
        }
    }

    private static Fragment endless(String name) {
        return Plans.endless(test.write(warehouse.resolve(name), "FROM range(100000) t(i)"));
    }

    private static Schema schema(Executor executor, Fragment fragment) {
        try (RunningFragment running = executor.start(fragment, FragmentOptions.standard())) {
            return running.rows().schema();
        }
    }

    private static List<String> rows(Executor executor, Fragment fragment) {
        try (RunningFragment running = executor.start(fragment, FragmentOptions.standard())) {
            return Plans.drain(running);
        }
    }
}
