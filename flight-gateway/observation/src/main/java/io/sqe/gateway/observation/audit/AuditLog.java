package io.sqe.gateway.observation.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.sqe.gateway.observation.audit.AuditEntry.Field;
import io.sqe.gateway.observation.audit.AuditEntry.Kind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log. An entry is with the operating system when {@link #append} returns, so that the end of the process loses none. An
 * entry that cannot be written makes the log unhealthy, which its server tells, until one can. A disk that hangs holds up one writer;
 * others wait for it no longer than a while, and then their entries could not be written. Safe for use by many threads.
 */
public final class AuditLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final JsonFactory JSON = new JsonFactory();

    /** A guess: longer than a disk takes that is only busy, shorter than a client's patience. */
    private static final Duration TURN_WAIT_MAX = Duration.ofSeconds(5);

    private final AuditLines file;
    private final Duration turnWaitMax;
    private final ReentrantLock turn = new ReentrantLock();
    private final long fileBytesMax;
    private final Clock clock;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean isHealthy = true;

    AuditLog(AuditLines file, Duration turnWaitMax, long fileBytesMax, Clock clock) {
        this.file = file;
        this.turnWaitMax = turnWaitMax;
        this.fileBytesMax = fileBytesMax;
        this.clock = clock;
    }

    /**
     * Opens the log and goes on with its chain; the caller closes it.
     *
     * @throws UncheckedIOException if the file cannot be used, or does not end as this log leaves it
     */
    public static AuditLog open(Path path, long fileBytesMax, Clock clock) {
        try {
            AuditFile file = new AuditFile(path);
            AuditLog log = new AuditLog(file, TURN_WAIT_MAX, fileBytesMax, clock);
            file.torn()
                    .ifPresent(torn -> log.append(new AuditEntry(clock.instant(), Kind.RECOVERY)
                            .with("torn_bytes", torn.bytes())
                            .with("torn_sha256", torn.hash())));
            return log;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot open the audit log %s: %s".formatted(path, failure.getMessage()), failure);
        }
    }

    /** Writes an entry; false if that failed, which is logged too. */
    public boolean append(AuditEntry entry) {
        if (!hasTurn()) {
            fail("the disk does not take what was written before", null);
            return false;
        }
        try {
            if (file.size() >= fileBytesMax) {
                file.rotate();
            }
            file.append(json(entry));
            isHealthy = true;
            written.incrementAndGet();
            return true;
        } catch (IOException failure) {
            fail("the file cannot be written", failure);
            return false;
        } finally {
            turn.unlock();
        }
    }

    private boolean hasTurn() {
        try {
            return turn.tryLock(turnWaitMax.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return turn.tryLock();
        }
    }

    private void fail(String reason, @Nullable IOException cause) {
        isHealthy = false;
        failed.incrementAndGet();
        LOG.atError().addKeyValue("reason", reason).setCause(cause).log("audit entry not written");
    }

    /** Whether the last entry was written. */
    public boolean isHealthy() {
        return isHealthy;
    }

    /** Entries since it was opened. */
    public long written() {
        return written.get();
    }

    /** Entries that could not be written. */
    public long failed() {
        return failed.get();
    }

    public Clock clock() {
        return clock;
    }

    private static String json(AuditEntry entry) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("timestamp", entry.at().toString());
            json.writeStringField("kind", entry.kind().name().toLowerCase(Locale.ROOT));
            for (Field field : entry.fields()) {
                write(json, field);
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Field field) throws IOException {
        switch (field.value()) {
            case Long number -> json.writeNumberField(field.name(), number);
            case List<?> texts -> {
                json.writeArrayFieldStart(field.name());
                for (Object text : texts) {
                    json.writeString(text.toString());
                }
                json.writeEndArray();
            }
            default -> json.writeStringField(field.name(), field.value().toString());
        }
    }

    /** Does not wait for a disk that hangs. */
    @Override
    public void close() {
        if (!hasTurn()) {
            LOG.atError().log("audit log left open: the disk does not take what was written before");
            return;
        }
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot close the audit log", failure);
        } finally {
            turn.unlock();
        }
    }
}
