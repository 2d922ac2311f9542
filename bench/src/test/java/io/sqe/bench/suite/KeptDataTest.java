package io.sqe.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.bench.data.TableLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDataTest {
    private static final Dataset DATASET = Dataset.of(Suite.TPCH, 0.1);

    @TempDir
    private Path directory;

    private final List<String> loaded = new ArrayList<>();
    private final TableLoader loader = (namespace, table) -> {
        loaded.add(namespace + "." + table.name());
        return 1;
    };

    @Test
    void dataIsMadeOnce() {
        ensure(DATASET, loader);
        ensure(DATASET, loader);
        assertThat(loaded).hasSize(8).contains("tpch_0_1.lineitem");
    }

    @Test
    void anotherScaleIsOtherData() {
        ensure(DATASET, loader);
        ensure(Dataset.of(Suite.TPCH, 1), loader);
        assertThat(loaded).hasSize(16).contains("tpch_1.lineitem");
    }

    @Test
    void halfMadeDataIsMadeAnew() {
        TableLoader failing = (_, table) -> {
            if (table.name().equals("part")) {
                throw new IllegalStateException("disk is full");
            }
            return 1;
        };
        assertThatThrownBy(() -> ensure(DATASET, failing)).hasMessage("disk is full");
        ensure(DATASET, loader);
        assertThat(loaded).hasSize(8);
    }

    private void ensure(Dataset dataset, TableLoader with) {
        new KeptData(directory).ensure(dataset, with, (_, _) -> {});
    }
}
