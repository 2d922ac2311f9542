package io.sqe.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;

/** Sets up JLine's line editor for SQL. */
final class LineEditor {
    private static final String CONTINUATION = "%P -> ";

    /** Entries of the history, in memory and in its file. */
    private static final int HISTORY_ENTRIES_MAX = 10_000;

    /** Longest text that is coloured while it is typed. */
    private static final int COLOURED_CHARS_MAX = 20_000;

    private LineEditor() {}

    static LineReader open(Terminal terminal, KnownWords words, List<String> commands, Path history) {
        keepPrivate(history);
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("sqe")
                .parser(new StatementParser())
                .highlighter(new SqlHighlighter(keywords(words)))
                .completer(new SqlCompleter(words, commands))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.HISTORY_SIZE, HISTORY_ENTRIES_MAX)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_ENTRIES_MAX)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION)
                .variable(LineReader.FEATURES_MAX_BUFFER_SIZE, COLOURED_CHARS_MAX)
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_IGNORE_SPACE, true)
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.CASE_INSENSITIVE_SEARCH, true)
                .option(Option.COMPLETE_MATCHER_TYPO, false)
                .option(Option.COMPLETE_MATCHER_CAMELCASE, false)
                .option(Option.AUTO_FRESH_LINE, true)
                .build();
    }

    /** Statements may hold secrets: only their author may read them. */
    private static void keepPrivate(Path history) {
        try {
            if (Files.notExists(history)) {
                Files.createFile(
                        history, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException | UnsupportedOperationException notPossible) {
            // Without a history file, or without permissions on it, the shell works all the same.
        }
    }

    /** Keywords never change: once there they are kept, so that a key waits for nothing. */
    private static Supplier<Set<String>> keywords(KnownWords words) {
        AtomicReference<Set<String>> known = new AtomicReference<>(Set.of());
        return () -> known.updateAndGet(
                set -> set.isEmpty() ? Set.copyOf(words.look().keywords()) : set);
    }
}
