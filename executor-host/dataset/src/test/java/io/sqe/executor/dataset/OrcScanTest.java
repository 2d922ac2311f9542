package io.sqe.executor.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads {@code evolved.orc}: id BIGINT (field id 10), s VARCHAR (20), d DOUBLE (30), st (40) of x BIGINT (50); three rows. */
class OrcScanTest {
    private static final int BATCH_ROWS = 1024;

    @TempDir
    Path folder;

    private RootAllocator allocator;
    private String file;

    @BeforeEach
    void open() throws IOException {
        allocator = new RootAllocator();
        Path copy = folder.resolve("data file.orc");
        Files.copy(OrcScanTest.class.getResourceAsStream("evolved.orc"), copy);
        file = copy.toString();
    }

    @AfterEach
    void close() {
        allocator.close();
    }

    @Test
    void columnsAreFoundByIdWhateverTheyAreCalled() {
        assertThat(rows(WantedColumn.of(30, "price"), WantedColumn.of(10, "s")))
                .containsExactly("price=1.5 s=1", "price=2.5 s=2", "price=null s=3");
    }

    @Test
    void fieldOfStructIsRenamedToo() {
        var wanted = new WantedColumn(40, "point", List.of(WantedColumn.of(50, "longitude")), Optional.empty());

        assertThat(rows(wanted)).containsExactly("point={\"longitude\":1}", "point={\"longitude\":2}", "point=null");
    }

    @Test
    void columnThatTheFileLacksReadsAsItsDefaultOrNull() {
        var withDefault = new WantedColumn(60, "added", List.of(), Optional.of("7"));

        assertThat(rows(withDefault, WantedColumn.of(61, "other"), WantedColumn.of(10, "id")))
                .containsExactly("added=7 other=null id=1", "added=7 other=null id=2", "added=7 other=null id=3");
    }

    @Test
    void damagedAndMissingFilesAreNamed() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.orc"), "not ORC");

        assertThatThrownBy(() -> OrcScan.open(damaged.toString(), List.of(), BATCH_ROWS, allocator))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("damaged.orc");
        assertThatThrownBy(() -> OrcScan.open(folder.resolve("gone.orc").toString(), List.of(), BATCH_ROWS, allocator))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("gone.orc");
    }

    private List<String> rows(WantedColumn... wanted) {
        List<String> rows = new ArrayList<>();
        try (OrcScan scan = OrcScan.open(file, List.of(wanted), BATCH_ROWS, allocator)) {
            for (VectorSchemaRoot next = scan.next(); next != null; next = scan.next()) {
                try (VectorSchemaRoot batch = next) {
                    for (int row = 0; row < batch.getRowCount(); row++) {
                        rows.add(text(batch, row));
                    }
                }
            }
        }
        return rows;
    }

    private static String text(VectorSchemaRoot batch, int row) {
        return batch.getFieldVectors().stream()
                .map(vector -> vector.getName() + "=" + vector.getObject(row))
                .collect(Collectors.joining(" "));
    }
}
