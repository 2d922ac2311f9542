package io.sqe.executor.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledLibraryTest {
    @Test
    void itIsUnpackedOnceAndAgainIfItWasCutShort(@TempDir Path folder) throws IOException {
        BundledLibrary bundled = BundledLibrary.ofThisPlatform();
        Path file = bundled.unpackInto(folder);
        long length = Files.size(file);
        assertThat(folder.relativize(file).toString()).startsWith("duckdb-" + CApi.HEADER_VERSION + "-");
        Object unpackedAt = Files.getLastModifiedTime(file);
        assertThat(bundled.unpackInto(folder)).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(unpackedAt);

        Files.write(file, new byte[10]);
        assertThat(BundledLibrary.ofThisPlatform().unpackInto(folder))
                .isEqualTo(file)
                .hasSize(length);
        try (Stream<Path> beside = Files.list(file.resolveSibling(""))) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("not-a-folder"));
        assertThatThrownBy(() -> BundledLibrary.ofThisPlatform().unpackInto(file))
                .isInstanceOf(UnusableLibraryException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatIsNoLibraryIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("libduckdb.so"), "no library");
        assertThatThrownBy(() -> DuckDbLibrary.load(file))
                .isInstanceOf(UnusableLibraryException.class)
                .hasMessageContaining("not a library");
    }

    @Test
    void aLibraryThatIsNotDuckDbIsRefusedWithWhatItLacks() {
        Path other = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"));
        assertThatThrownBy(() -> DuckDbLibrary.load(other))
                .isInstanceOf(UnusableLibraryException.class)
                .hasMessageContaining("duckdb_v2_instance_attach")
                .hasMessageContaining("C API " + CApi.HEADER_VERSION);
    }

    @Test
    void theLibraryIsOfTheVersionThatTheBindingsWereMadeFor() {
        assertThat(Engine.LIBRARY.version()).isEqualTo("v" + CApi.HEADER_VERSION);
    }
}
