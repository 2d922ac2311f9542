package io.sqe.cli.shell;

import io.sqe.cli.command.DotCommand;
import io.sqe.cli.command.DotCommands;
import io.sqe.cli.command.ResultCommands;
import io.sqe.cli.execution.ClosedPipeException;
import io.sqe.cli.execution.Interruption;
import io.sqe.cli.execution.Messages;
import io.sqe.cli.execution.Messages.StackTraces;
import io.sqe.cli.execution.Outcome;
import io.sqe.cli.execution.ScriptRunner;
import io.sqe.cli.execution.ScriptRunner.OnError;
import io.sqe.cli.execution.Settings;
import io.sqe.cli.execution.StatementRunner;
import io.sqe.cli.execution.Workspace;
import io.sqe.cli.format.Ink;
import io.sqe.cli.format.TextOptions.TableLimits;
import io.sqe.cli.plot.SampleCollector;
import io.sqe.cli.statement.ScriptReader;
import io.sqe.cli.terminal.ProgressLine;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;

/** Reads statements from a person and runs them until it is left. */
public final class Shell {
    /** Rows of a result that the table format shows until {@code .maxrows} says otherwise; a pager of more is no help to anybody. */
    private static final int TABLE_ROWS_MAX = 1000;

    private static final String PROMPT = "sqe> ";
    private static final Size SIZE_IF_UNKNOWN = new Size(80, 24);

    private final Terminal terminal;
    private final Workspace workspace;
    private final KnownWords words;
    private final LineReader reader;
    private final ScriptRunner scripts;

    Shell(Terminal terminal, QueryEngine engine, Session session, Settings settings, Surroundings surroundings) {
        this.terminal = terminal;
        settings.use(settings.text().with(new TableLimits(size().getColumns(), TABLE_ROWS_MAX)));
        Appearance appearance = surroundings.appearance();
        ProgressLine progress = new ProgressLine(terminal.writer(), () -> size().getColumns());
        Optional<Pager> pager = appearance.paging() == Paging.ALLOWED && !isDumb()
                ? Optional.of(Pager.of(surroundings.environment(), terminal))
                : Optional.empty();
        ScreenTarget screen = new ScreenTarget(terminal.writer(), () -> size().getRows(), pager, progress::hide);
        this.workspace = new Workspace(
                engine,
                session,
                settings,
                screen,
                new Messages(terminal.writer(), appearance.ink(), appearance.stackTraces(), progress),
                new Interruption(),
                Optional.empty());
        this.words = new KnownWords(engine, session);
        SampleCollector last = new SampleCollector(session.zone());
        StatementRunner statements = new StatementRunner(workspace, last);
        List<DotCommand> more =
                new ArrayList<>(new ResultCommands(workspace, statements, last, () -> size().getColumns()).all());
        more.add(historyCommand());
        DotCommands commands = new DotCommands(workspace, statements, more);
        this.scripts = new ScriptRunner(statements, commands);
        this.reader = LineEditor.open(terminal, words, commands.names(), surroundings.history());
    }

    /** Runs a shell on the terminal that the process was started in. */
    public static void onThisTerminal(
            QueryEngine engine,
            Session session,
            Settings settings,
            Map<String, String> environment,
            Appearance appearance)
            throws IOException {
        Path history = Path.of(System.getProperty("user.home"), ".sqe_history");
        try (Terminal terminal = TerminalBuilder.builder()
                .name("sqe")
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .dumb(true)
                .build()) {
            new Shell(terminal, engine, session, settings, new Surroundings(environment, history, appearance)).run();
        }
    }

    private boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    private Size size() {
        Size size = terminal.getSize();
        return size.getColumns() > 0 && size.getRows() > 0 ? size : SIZE_IF_UNKNOWN;
    }

    /** Runs until the person leaves. */
    void run() {
        Terminal.SignalHandler before =
                terminal.handle(Signal.INT, _ -> workspace.interruption().interrupt());
        try {
            workspace.messages().say("SQE. Statements end with a semicolon; .help lists commands, ctrl-D leaves.");
            while (runNext() != Outcome.LEAVE) {
                words.refresh();
            }
        } finally {
            terminal.handle(Signal.INT, before);
            saveHistory();
        }
    }

    private Outcome runNext() {
        String text;
        try {
            text = reader.readLine(PROMPT);
        } catch (UserInterruptException cleared) {
            return Outcome.CANCELLED;
        } catch (EndOfFileException left) {
            return Outcome.LEAVE;
        }
        fitTablesToScreen();
        try {
            String script = StatementParser.isBareCommand(text) ? "." + text.strip() : text;
            return scripts.run(ScriptReader.of(script), "", OnError.STOP);
        } catch (ClosedPipeException gone) {
            return Outcome.LEAVE;
        } catch (IOException failure) {
            workspace.messages().failed("INPUT_ERROR", String.valueOf(failure.getMessage()), failure);
            return Outcome.FAILED;
        }
    }

    private void fitTablesToScreen() {
        Settings settings = workspace.settings();
        settings.use(settings.text()
                .with(new TableLimits(
                        size().getColumns(), settings.text().table().rows())));
    }

    private void saveHistory() {
        try {
            reader.getHistory().save();
        } catch (IOException failure) {
            workspace.messages().say("The history could not be saved: " + failure.getMessage());
        }
    }

    private DotCommand historyCommand() {
        return new DotCommand(".history", Set.of(), "", "Show what was typed before", _ -> {
            StringBuilder text = new StringBuilder();
            for (History.Entry entry : reader.getHistory()) {
                text.append(
                        "%5d  %s%n".formatted(entry.index() + 1, entry.line().replace("\n", "\n       ")));
            }
            workspace.print(text.toString());
            return Outcome.DONE;
        });
    }

    /** How a shell looks. */
    public record Appearance(Ink ink, Paging paging, StackTraces stackTraces) {}

    /** Whether long results go to a pager. */
    public enum Paging {
        ALLOWED,
        NEVER
    }

    /**
     * What is around a shell.
     *
     * @param history file of what was typed
     */
    record Surroundings(Map<String, String> environment, Path history, Appearance appearance) {}
}
