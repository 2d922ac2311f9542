package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.MemorySize;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Results that Trino's clients fetch apart from the answers.
 *
 * @param directory for what has no room in memory; nothing goes there if {@code diskBytesMax} is 0
 * @param inlineBytesMax up to which rows are sent within an answer all the same
 */
public record SpoolingSettings(
        MemorySize memoryBytesMax,
        Optional<Path> directory,
        MemorySize diskBytesMax,
        MemorySize inlineBytesMax,
        Duration timeToLive) {

    static final Key<MemorySize> MAX_MEMORY = Key.of(
            "spooling.max_memory_bytes",
            ValueType.memory(),
            MemorySize.parse("256MB"),
            "Compressed results that wait in memory for Trino's clients to fetch them, in the Java heap.");
    static final Key<MemorySize> MAX_DISK = Key.of(
            "spooling.max_disk_bytes",
            ValueType.memory(),
            MemorySize.parse("10GB"),
            "The same beyond that, on disk; 0 is none. What has room nowhere is sent within the answers, at the client's pace.");
    static final Key<Optional<Path>> DIRECTORY = Key.of(
            "spooling.directory",
            ValueType.path(),
            Optional.of(Path.of(System.getProperty("user.home"), ".sqe", "spool")),
            "Where they are written, each encrypted under a key of its own that only its client has. A start removes what a killed server left.");
    static final Key<MemorySize> MAX_INLINE = Key.of(
            "spooling.max_inline_bytes",
            ValueType.memory(),
            MemorySize.parse("128KB"),
            "Rows as JSON up to which they are sent within the answer and not apart.");
    static final Key<Duration> TTL = Key.of(
            "spooling.ttl_secs",
            ValueType.seconds(),
            Duration.ofHours(1),
            "How long results wait to be fetched before they are removed. Trino's default is 12 hours.");

    static final List<Key<?>> KEYS = List.of(MAX_MEMORY, MAX_DISK, DIRECTORY, MAX_INLINE, TTL);

    static SpoolingSettings of(Settings settings) {
        return new SpoolingSettings(
                settings.value(MAX_MEMORY),
                settings.value(DIRECTORY),
                settings.value(MAX_DISK),
                settings.value(MAX_INLINE),
                settings.value(TTL));
    }

    /** Whether results may go to disk. */
    public boolean isOnDisk() {
        return directory.isPresent() && diskBytesMax.bytes() > 0;
    }
}
