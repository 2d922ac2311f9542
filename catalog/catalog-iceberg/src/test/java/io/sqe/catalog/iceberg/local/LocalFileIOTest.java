package io.sqe.catalog.iceberg.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalFileIOTest {
    private static final int LONG = 200_000;

    @TempDir
    Path folder;

    private final LocalFileIO io = new LocalFileIO(Durability.POWER_CUT);

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Path file = folder.resolve("a/b/c.bin");
        byte[] bytes = new byte[LONG];
        new java.util.Random(1).nextBytes(bytes);
        try (PositionOutputStream stream = io.newOutputFile("file:" + file).create()) {
            stream.write(bytes[0]);
            stream.write(bytes, 1, LONG - 1);
            assertThat(stream.getPos()).isEqualTo(LONG);
        }

        try (SeekableInputStream stream = io.newInputFile("file://" + file).newStream()) {
            assertThat(stream.readAllBytes()).isEqualTo(bytes);
            stream.seek(LONG - 1);
            assertThat((byte) stream.read()).isEqualTo(bytes[LONG - 1]);
            assertThat(stream.read()).isEqualTo(-1);
            stream.seek(70_000);
            assertThat((byte) stream.read()).isEqualTo(bytes[70_000]);
            assertThat(stream.getPos()).isEqualTo(70_001);
        }
        assertThat(io.newInputFile(file.toString()).getLength()).isEqualTo(LONG);
    }

    @Test
    void aFileIsCreatedOnce() throws IOException {
        OutputFile file = io.newOutputFile(folder.resolve("a").toString());
        file.create().close();

        assertThatThrownBy(file::create)
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessage("File already exists: " + folder.resolve("a"));
    }

    @Test
    void anOverwrittenFileIsTheOldOneUntilTheNewOneIsWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        try (PositionOutputStream stream = io.newOutputFile(file.toString()).createOrOverwrite()) {
            stream.write('n');
            stream.flush();
            assertThat(file).hasContent("old");
        }

        assertThat(file).hasContent("n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskLeavesTheOldFileAndNoPartOfTheNew() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        // Linux has a device that is always full.
        Files.createSymbolicLink(folder.resolve(".a.part"), Path.of("/dev/full"));
        PositionOutputStream stream = io.newOutputFile(file.toString()).createOrOverwrite();
        stream.write('n');

        assertThatThrownBy(stream::close).isInstanceOf(IOException.class).hasMessageContaining("No space left");
        assertThat(file).hasContent("old");
        assertThat(folder.resolve(".a.part")).doesNotExist();
    }

    @Test
    void aMissingFileIsNamed() {
        String missing = folder.resolve("none").toString();

        assertThatThrownBy(() -> io.newInputFile(missing).newStream())
                .isInstanceOf(NotFoundException.class)
                .hasMessage("File does not exist: " + missing);
        assertThat(io.newInputFile(missing).exists()).isFalse();
        io.deleteFile(missing);
        io.deletePrefix(missing);
    }

    @Test
    void aFolderIsDeletedWithoutFollowingLinks() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept"), "x");
        Path tree = Files.createDirectories(folder.resolve("tree/below"));
        Files.createSymbolicLink(tree.resolve("link"), kept);
        assertThat(io.listPrefix(folder.resolve("tree").toString())).hasSize(1);

        io.deletePrefix(folder.resolve("tree").toString());

        assertThat(folder.resolve("tree")).doesNotExist();
        assertThat(kept).exists();
    }
}
