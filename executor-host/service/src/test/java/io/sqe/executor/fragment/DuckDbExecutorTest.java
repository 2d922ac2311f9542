package io.sqe.executor.fragment;

import static io.sqe.executor.fragment.TestEngine.drain;
import static io.sqe.executor.fragment.TestPlans.I32;
import static io.sqe.executor.fragment.TestPlans.I64;
import static io.sqe.executor.fragment.TestPlans.STRING;
import static io.sqe.executor.fragment.TestPlans.cast;
import static io.sqe.executor.fragment.TestPlans.field;
import static io.sqe.executor.fragment.TestPlans.fragment;
import static io.sqe.executor.fragment.TestPlans.literal;
import static io.sqe.executor.fragment.TestPlans.oneRow;
import static io.sqe.executor.fragment.TestPlans.parquet;
import static io.sqe.executor.fragment.TestPlans.project;
import static io.sqe.executor.fragment.TestPlans.read;
import static io.sqe.executor.fragment.TestPlans.sort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.executor.EngineMemory;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.OperatorProfile;
import io.sqe.executor.RunningFragment;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.v1.Field;
import io.sqe.fragment.v1.FileRead;
import io.sqe.fragment.v1.ParquetWrite;
import io.substrait.proto.Rel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbExecutorTest {
    @TempDir
    Path warehouse;

    @TempDir
    Path elsewhere;

    private TestEngine engine;
    private DuckDbExecutor executor;

    @BeforeEach
    void open() {
        engine = TestEngine.over(warehouse);
        executor = engine.executor();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aFragmentAnswersItsRowsUnderThePlansNamesAndTypes() {
        Path file = write(warehouse, "SELECT range AS i, 'n' || range AS s FROM range(5)");
        Rel read = read(parquet(file), List.of("i", "s"), List.of(I64, STRING));
        Rel plan = project(sort(read, 0), 2, field(1), cast(field(0), I32));

        assertThat(rows(fragment(plan, List.of("same", "same"))))
                .containsExactly("n4|4", "n3|3", "n2|2", "n1|1", "n0|0");
        try (RunningFragment running =
                executor.start(fragment(plan, List.of("same", "same")), FragmentOptions.standard())) {
            assertThat(running.rows().schema()).hasToString("Schema<same: Utf8, same: Int(32, true)>");
        }
    }

    @Test
    void filesOutsideTheWarehouseAreReadableOnceAPlanNamesThem() {
        Path file = write(elsewhere, "SELECT 7 AS i");
        Rel read = read(parquet(file), List.of("i"), List.of(I32));

        assertThat(rows(fragment(oneRow(), List.of("one")))).containsExactly("1");
        assertThat(rows(fragment(read, List.of("i")))).containsExactly("7");
        assertThat(rows(fragment(oneRow(), List.of("one")))).containsExactly("1");
    }

    /** More than are remembered between fragments. */
    @Test
    void executorTellsWhatItHoldsForItsFragments() {
        assertThat(executor.memory()).isEqualTo(EngineMemory.NONE);
        Path file = write(warehouse, "SELECT range AS i FROM range(1000000)");
        Rel plan = sort(read(parquet(file), List.of("i"), List.of(I64)), 0);
        try (RunningFragment running = executor.start(fragment(plan, List.of("i")), FragmentOptions.standard())) {
            assertThat(running.rows().loadNext()).isTrue();
            assertThat(executor.memory().heldBytes()).isGreaterThan(8_000_000);
            assertThat(executor.memory().spilledBytes()).isZero();
        }
    }

    @Test
    void oneFragmentReadsFilesInAnyNumberOfFolders() throws IOException {
        var files = FileRead.newBuilder().setFormat(FileRead.Format.PARQUET);
        for (int i = 0; i < 70; i++) {
            files.addLocations(write(Files.createDirectory(elsewhere.resolve("f" + i)), "SELECT 7 AS i")
                    .toString());
        }
        Rel read = read(files.build(), List.of("i"), List.of(I32));

        assertThat(rows(fragment(read, List.of("i")))).hasSize(70);
        assertThat(rows(fragment(oneRow(), List.of("one")))).containsExactly("1");
        assertThat(rows(fragment(read, List.of("i")))).hasSize(70);
    }

    @Test
    void aFailedCastIsAnInvalidValueAndShowsNoSql() {
        Path file = write(warehouse, "SELECT 'abc' AS s");
        Rel read = read(parquet(file), List.of("s"), List.of(STRING));

        assertThatThrownBy(() -> rows(fragment(project(read, 1, cast(field(0), I32)), List.of("i"))))
                .isInstanceOfSatisfying(
                        ExecutorException.InvalidValue.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ExecutorException.InvalidValue.Kind.CAST))
                .hasMessageContaining("abc")
                .hasMessageNotContaining("SELECT")
                .hasMessageNotContaining("LINE");
    }

    @Test
    void aMissingFileIsNamed() {
        Path gone = warehouse.resolve("gone.parquet");
        Rel read = read(parquet(gone), List.of("i"), List.of(I64));

        assertThatThrownBy(() -> rows(fragment(read, List.of("i"))))
                .isInstanceOf(ExecutorException.UnreadableFile.class)
                .hasMessageContaining("gone.parquet");
    }

    @Test
    void aTruncatedFileIsNamed() throws IOException {
        Path file = write(warehouse, "SELECT range AS i FROM range(100000)");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Rel read = read(parquet(file), List.of("i"), List.of(I64));

        assertThatThrownBy(() -> rows(fragment(read, List.of("i"))))
                .isInstanceOf(ExecutorException.UnreadableFile.class)
                .hasMessageContaining(file.getFileName().toString());
    }

    @Test
    void aCancelledFragmentEndsWithCancelled() {
        Path file = write(warehouse, "SELECT range AS i FROM range(3000000)");
        Rel read = read(parquet(file), List.of("i"), List.of(I64));

        try (RunningFragment running = executor.start(
                fragment(read, List.of("i")), FragmentOptions.standard().withBatchRows(2048))) {
            assertThat(running.rows().loadNext()).isTrue();
            running.cancel();
            assertThatThrownBy(() -> running.rows().loadNext()).isInstanceOf(ExecutorException.Cancelled.class);
        }
    }

    @Test
    void aProfileTellsRowsAndRowGroups() {
        Path file = write(warehouse, "SELECT range AS i FROM range(300000)");
        Rel read = read(parquet(file), List.of("i"), List.of(I64));

        try (RunningFragment running = executor.start(
                fragment(read, List.of("i")), FragmentOptions.standard().profiled())) {
            assertThat(running.profile()).isEmpty();
            drain(running);
            OperatorProfile scan = running.profile().orElseThrow();
            while (!scan.inputs().isEmpty()) {
                scan = scan.inputs().getFirst();
            }
            assertThat(scan.rows()).isEqualTo(300_000);
        }
    }

    @Test
    void oneFragmentTooManyIsRefused() {
        var options = ExecutorOptions.over(List.of(warehouse)).withFragmentsInFlightMax(1, Duration.ofMillis(1));
        try (var small = DuckDbExecutor.open(options, engine.allocator())) {
            Fragment one = fragment(oneRow(), List.of("one"));
            try (RunningFragment _ = small.start(one, FragmentOptions.standard())) {
                assertThatThrownBy(() -> small.start(one, FragmentOptions.standard()))
                        .isInstanceOf(ExecutorException.OutOfResources.class)
                        .hasMessageContaining("fragments-in-flight-max");
            }
            try (RunningFragment next = small.start(one, FragmentOptions.standard())) {
                assertThat(drain(next)).containsExactly("1");
            }
        }
    }

    @Test
    void aFragmentThatWritesAnswersItsFiles() {
        var write = ParquetWrite.newBuilder()
                .setFolder(elsewhere.toString())
                .addColumns(Field.newBuilder().setId(1).setName("one").setType("int"))
                .setCodec("zstd")
                .setTargetFileBytes(1 << 20)
                .build();
        Fragment one = fragment(oneRow(), List.of("one"));
        Fragment written = new Fragment(one.id(), one.plan(), new Fragment.Output.Parquet(write));

        List<String> files = engine.rowsNow(written);

        assertThat(files).singleElement().asString().endsWith("|1|[]");
        Path file = Path.of(files.getFirst().substring(0, files.getFirst().indexOf('|')));
        assertThat(rows(fragment(read(parquet(file), List.of("one"), List.of(I32)), List.of("one"))))
                .containsExactly("1");
    }

    @Test
    void filesAreDescribedWithoutAPlan() {
        Path file = write(elsewhere, "SELECT 1 AS i, {'a': 'x'} AS s");

        assertThat(executor.describe(parquet(file))).hasToString("Schema<i: Int(32, true), s: Struct<a: Utf8>>");
    }

    @Test
    void theEnginesTextIsExplained() {
        assertThat(executor.explain(fragment(project(oneRow(), 1, literal(1)), List.of("one"))))
                .isEqualTo("SELECT 1 AS \"one\"");
    }

    private List<String> rows(Fragment fragment) {
        return engine.rows(fragment);
    }

    private Path write(Path folder, String query) {
        return engine.write(folder.resolve("data.parquet"), query, "");
    }
}
