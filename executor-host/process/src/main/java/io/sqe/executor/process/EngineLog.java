package io.sqe.executor.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an engine's process prints, in this process's log: so many lines a minute and so long, however much is printed. */
final class EngineLog {
    private static final Logger LOG = LoggerFactory.getLogger("sqe.engine");
    private static final int LINE_LENGTH_MAX = 2_000;
    private static final int LINES_PER_MINUTE_MAX = 600;
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final long pid;
    private long minuteStart = System.nanoTime();
    private int lines;

    EngineLog(long pid) {
        this.pid = pid;
    }

    /** Reads to the end of the output; whoever calls this has a thread for it. */
    static void follow(InputStream output, Consumer<String> line) {
        try (var characters = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            Optional<String> next = readLine(characters);
            while (next.isPresent()) {
                line.accept(next.get());
                next = readLine(characters);
            }
        } catch (IOException _) {
            // The process has ended.
        }
    }

    /** A longer line is cut. */
    private static Optional<String> readLine(BufferedReader characters) throws IOException {
        var line = new StringBuilder();
        int next = characters.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            if (line.length() < LINE_LENGTH_MAX) {
                line.append((char) next);
            }
            next = characters.read();
        }
        return Optional.of(line.toString());
    }

    synchronized void write(String line) {
        long now = System.nanoTime();
        if (now - minuteStart > MINUTE_NANOS) {
            minuteStart = now;
            lines = 0;
        }
        lines++;
        if (lines < LINES_PER_MINUTE_MAX) {
            LOG.atInfo().addKeyValue("pid", pid).log(line);
        } else if (lines == LINES_PER_MINUTE_MAX) {
            LOG.atWarn().addKeyValue("pid", pid).log("the engine prints too much; the rest of this minute is left out");
        }
    }
}
