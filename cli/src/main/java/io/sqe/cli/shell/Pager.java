package io.sqe.cli.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/** Shows text page by page. */
interface Pager {

    /** Opens the pager; closing it waits until its person leaves it. */
    Writer open() throws IOException;

    /** The program that PAGER names, or {@code less}, or where neither is there one that needs no program. */
    static Pager of(Map<String, String> environment, Terminal terminal) {
        return command(environment)
                .<Pager>map(command -> () -> new PagerProcess(command))
                .orElse(() -> new BuiltInPager(terminal));
    }

    private static Optional<String> command(Map<String, String> environment) {
        String chosen = environment.getOrDefault("PAGER", "").strip();
        if (!chosen.isEmpty()) {
            return Optional.of(chosen);
        }
        boolean hasLess = Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "less")));
        return hasLess ? Optional.of("less -SRX") : Optional.empty();
    }

    /** Another program, its keys read from the terminal. */
    final class PagerProcess extends Writer {
        private final Process process;
        private final Writer input;

        PagerProcess(String command) throws IOException {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putIfAbsent("LESSCHARSET", "utf-8");
            this.process = builder.start();
            this.input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            input.write(text, offset, length);
        }

        @Override
        public void flush() throws IOException {
            input.flush();
        }

        @Override
        public void close() throws IOException {
            try {
                input.close();
            } finally {
                awaitEnd();
            }
        }

        private void awaitEnd() {
            boolean interrupted = false;
            while (process.isAlive()) {
                try {
                    process.waitFor();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** JLine's less: takes no more than fits in memory. */
    final class BuiltInPager extends Writer {
        /** Characters shown at most; the rest is left out, which the last line says. */
        private static final int CHARS_MAX = 16 * 1024 * 1024;

        private final Terminal terminal;
        private final StringBuilder text = new StringBuilder();
        private boolean cut;

        BuiltInPager(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void write(char[] more, int offset, int length) {
            int room = Math.min(length, CHARS_MAX - text.length());
            text.append(more, offset, room);
            cut |= room < length;
        }

        @Override
        public void flush() {}

        @Override
        public void close() throws IOException {
            if (cut) {
                text.append("\n… the rest is left out: install less, or write to a file with --output");
            }
            Less less = new Less(terminal, Path.of("."));
            less.chopLongLines = true;
            try {
                less.run(new TextSource(text.toString()));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Text that JLine's less reads. */
    record TextSource(String text) implements Source {
        @Override
        public String getName() {
            return "result";
        }

        @Override
        public InputStream read() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Long lines() {
            return text.lines().count();
        }
    }
}
