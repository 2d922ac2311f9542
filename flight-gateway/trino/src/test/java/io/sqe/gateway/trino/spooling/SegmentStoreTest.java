package io.sqe.gateway.trino.spooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.gateway.trino.protocol.Bytes;
import io.sqe.gateway.trino.spooling.SegmentStore.KeptSegment;
import io.sqe.gateway.trino.spooling.SpoolStatistics.Held;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where segments are, who gets them, and when they go. */
final class SegmentStoreTest {
    private static final int FRAME = 64 << 10;

    @TempDir
    private Path folder = Path.of("");

    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @ValueSource(ints = {1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 500_000})
    void whatGoesToDiskComesBackAsItWas(int length) throws IOException {
        try (SegmentStore store = open(0, 1 << 20)) {
            KeptSegment kept = store.keep(rows(length)).orElseThrow();

            assertThat(fetched(store, kept)).isEqualTo(rows(length).array());
            assertThat(files())
                    .singleElement()
                    .extracting(SegmentStoreTest::size)
                    .isEqualTo(SealedFile.sealedLength(length));
        }
    }

    @Test
    void diskIsUsedWhenMemoryIsFullAndNothingWhenBothAre() throws IOException {
        try (SegmentStore store = open(100, 150)) {
            KeptSegment first = store.keep(rows(100)).orElseThrow();
            KeptSegment second = store.keep(rows(100)).orElseThrow();

            assertThat(store.keep(rows(100))).isEmpty();
            assertThat(store.statistics())
                    .isEqualTo(new SpoolStatistics(new Held(1, 100), new Held(1, 116), 1, 1, 1, 0, 0));

            store.acknowledge(first.id(), first.keyText());
            store.acknowledge(second.id(), second.keyText());
            assertThat(files()).isEmpty();
            assertThat(store.keep(rows(100))).isPresent();
            assertThat(store.statistics().inMemory()).isEqualTo(new Held(1, 100));
        }
    }

    @Test
    void aFileShowsNoRowAndNoTwoFilesAreAlike() throws IOException {
        try (SegmentStore store = open(0, 1 << 20)) {
            store.keep(rows(1_000));
            store.keep(rows(1_000));

            List<String> written = files().stream().map(SegmentStoreTest::latin).toList();
            assertThat(written).hasSize(2).doesNotHaveDuplicates().noneMatch(text -> text.contains("secret"));
        }
    }

    @Test
    void onlyTheKeyOfASegmentOpensOrEndsIt() {
        try (SegmentStore store = open(1_000, 1 << 20)) {
            KeptSegment inMemory = store.keep(rows(1_000)).orElseThrow();
            KeptSegment onDisk = store.keep(rows(1_000)).orElseThrow();

            for (String wrong : List.of("", "0".repeat(64), inMemory.keyText().replace('0', '1') + "00", onDisk.id())) {
                assertThat(store.find(inMemory.id(), wrong)).isEmpty();
                assertThat(store.find(onDisk.id(), wrong)).isEmpty();
                store.acknowledge(onDisk.id(), wrong);
            }
            assertThat(store.find(onDisk.id(), inMemory.keyText())).isEmpty();
            assertThat(store.find(inMemory.id(), onDisk.keyText())).isEmpty();
            assertThat(store.statistics().onDisk().segments()).isOne();
        }
    }

    @Test
    void aFileThatWasTamperedWithIsNotGivenOut() throws IOException {
        try (SegmentStore store = open(0, 1 << 20)) {
            KeptSegment kept = store.keep(rows(2 * FRAME)).orElseThrow();
            Path file = files().getFirst();
            byte[] sealed = Files.readAllBytes(file);
            int frame = FRAME + 16;

            byte[] flipped = sealed.clone();
            flipped[frame + 7] ^= 1;
            byte[] shortened = Arrays.copyOf(sealed, frame);
            byte[] swapped = sealed.clone();
            System.arraycopy(sealed, frame, swapped, 0, frame);
            System.arraycopy(sealed, 0, swapped, frame, frame);
            for (byte[] changed : List.of(flipped, shortened, swapped)) {
                Files.write(file, changed);
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> fetched(store, kept))
                        .withMessage("A spooled segment is not what was written");
            }
        }
    }

    @Test
    void whatNobodyFetchesInTimeGoes() throws IOException {
        try (SegmentStore store = open(10, 1_000)) {
            store.keep(rows(10));
            store.keep(rows(10));
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            KeptSegment young = store.keep(rows(10)).orElseThrow();
            nanos.addAndGet(1);
            store.forgetOld();

            assertThat(files()).hasSize(1);
            assertThat(fetched(store, young)).isEqualTo(rows(10).array());
            assertThat(store.statistics().expired()).isEqualTo(2);
        }
    }

    @Test
    void aDiskThatFailsKeepsNothingAndTakesNoRoom() throws IOException {
        try (SegmentStore store = open(0, 1_000)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path own : all.filter(Files::isDirectory).toList()) {
                    Files.delete(own);
                }
            }

            assertThat(store.keep(rows(10))).isEmpty();
            assertThat(store.statistics())
                    .isEqualTo(new SpoolStatistics(new Held(0, 0), new Held(0, 0), 0, 0, 0, 1, 0));
        }
    }

    @Test
    void aStartRemovesWhatDeadServersHaveLeftAndNothingOfLivingOnes() throws IOException {
        String dead = "00000000-0000-4000-8000-000000000000";
        Files.createFile(folder.resolve(dead + ".lock"));
        Files.createDirectory(folder.resolve(dead));
        Files.writeString(folder.resolve(dead).resolve("segment"), "left");
        Path others = Files.writeString(folder.resolve("notes.txt"), "not ours");

        try (SegmentStore living = open(0, 1_000)) {
            KeptSegment kept = living.keep(rows(10)).orElseThrow();
            open(0, 1_000).close();

            assertThat(folder.resolve(dead)).doesNotExist();
            assertThat(folder.resolve(dead + ".lock")).doesNotExist();
            assertThat(fetched(living, kept)).isEqualTo(rows(10).array());
        }
        assertThat(folder).isDirectoryContaining(others::equals);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(others);
        }
    }

    private SegmentStore open(long memoryBytesMax, long diskBytesMax) {
        SpoolLimits limits = SpoolLimits.inMemory(memoryBytesMax, 0, Duration.ofMinutes(1))
                .with(new SpoolLimits.Disk(folder, diskBytesMax));
        return SegmentStore.open(limits, nanos::get);
    }

    private static byte[] fetched(SegmentStore store, KeptSegment segment) throws IOException {
        SegmentContent content = store.find(segment.id(), segment.keyText()).orElseThrow();
        try (InputStream stream = content.stream()) {
            return stream.readAllBytes();
        }
    }

    private static Bytes rows(int length) {
        return Bytes.of(Arrays.copyOf("secret ".repeat(length / 7 + 1).getBytes(StandardCharsets.UTF_8), length));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !folder.equals(file.getParent()))
                    .toList();
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static String latin(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
