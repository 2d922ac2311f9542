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
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log. An entry is with the operating system when {@link #append} returns, so that the end of the process loses none. An
 * entry that cannot be written makes the log unhealthy, which its server tells, until one can. Safe for use by many threads.
 */
public final class AuditLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final JsonFactory JSON = new JsonFactory();

    private final AuditFile file;
    private final long fileBytesMax;
    private final Clock clock;
    private volatile boolean isHealthy = true;
    private volatile long written;
    private volatile long failed;

    private AuditLog(AuditFile file, long fileBytesMax, Clock clock) {
        this.file = file;
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
            AuditLog log = new AuditLog(new AuditFile(path), fileBytesMax, clock);
            log.file
                    .torn()
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
    public synchronized boolean append(AuditEntry entry) {
        try {
            if (file.size() >= fileBytesMax) {
                file.rotate();
            }
            file.append(json(entry));
            isHealthy = true;
            written++;
        } catch (IOException failure) {
            isHealthy = false;
            failed++;
            LOG.atError().setCause(failure).log("audit entry not written");
        }
        return isHealthy;
    }

    /** Whether the last entry was written. */
    public boolean isHealthy() {
        return isHealthy;
    }

    /** Entries since it was opened. */
    public long written() {
        return written;
    }

    /** Entries that could not be written. */
    public long failed() {
        return failed;
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

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot close the audit log", failure);
        }
    }
}
