package io.sqe.cli.command;

import io.sqe.cli.execution.ClosedPipeException;
import io.sqe.cli.execution.ErrorReason;
import io.sqe.cli.execution.LineCommands;
import io.sqe.cli.execution.Outcome;
import io.sqe.cli.execution.ScriptRunner;
import io.sqe.cli.execution.ScriptRunner.OnError;
import io.sqe.cli.execution.Settings.Timer;
import io.sqe.cli.execution.StatementRunner;
import io.sqe.cli.execution.Workspace;
import io.sqe.cli.format.DisplayText;
import io.sqe.cli.format.ResultFormat;
import io.sqe.cli.format.ResultFormat.Audience;
import io.sqe.cli.format.TextOptions;
import io.sqe.cli.format.TextOptions.TableLimits;
import io.sqe.cli.statement.ScriptReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The commands that scripts and the shell both know. */
public final class DotCommands implements LineCommands {
    /** How deep scripts may read other scripts. */
    private static final int READS_NESTED_MAX = 20;

    private final Workspace workspace;
    private final StatementRunner statements;
    private final TableCommands tables;
    private final List<DotCommand> commands;
    private int readsNested;

    /**
     * Makes the commands.
     *
     * @param workspace what they act on
     * @param statements runs the SQL that they stand for
     * @param more commands that only some know
     */
    public DotCommands(Workspace workspace, StatementRunner statements, List<DotCommand> more) {
        this.workspace = workspace;
        this.statements = statements;
        this.tables = new TableCommands(workspace, this::sql);
        List<DotCommand> own = List.of(
                command(".help", Set.of(".h", ".?", "\\?", "\\h"), "[command]", "Show the commands", this::help),
                command(".exit", Set.of(), "", "Leave", _ -> Outcome.LEAVE),
                command(".quit", Set.of(".q", "\\q"), "", "Leave", _ -> Outcome.LEAVE),
                command(".tables", Set.of("\\dt"), "[pattern]", "List tables; * and ? stand for letters", tables::list),
                command(".schema", Set.of(), "[table]", "Show how tables were created", tables::schema),
                command(".describe", Set.of("\\d"), "table", "Show the columns of a table", tables::describe),
                command(".catalogs", Set.of("\\l"), "", "List catalogs", _ -> sql("SHOW CATALOGS")),
                command(".timer", Set.of("\\timing"), "on|off", "Tell each statement's time", this::timer),
                command(".format", Set.of("\\format"), "[name]", "How results are written", this::format),
                command(".maxrows", Set.of(), "[n|all]", "Rows of a table that are shown", this::maxRows),
                command(".print", Set.of("\\echo"), "[text]", "Write a line of text between results", this::print),
                command(".read", Set.of("\\i"), "file", "Run the statements of a file", this::read));
        this.commands = Stream.concat(own.stream(), more.stream()).toList();
    }

    private static DotCommand command(
            String name, Set<String> aliases, String arguments, String help, DotCommand.Action action) {
        return new DotCommand(name, aliases, arguments, help, action);
    }

    /** All names, for completion. */
    public List<String> names() {
        return commands.stream().map(DotCommand::name).toList();
    }

    @Override
    public Outcome run(String line) throws ClosedPipeException {
        String[] parts = line.strip().split("\\s+", 2);
        String name = parts[0].toLowerCase(Locale.ROOT);
        String arguments = parts.length > 1 ? parts[1].strip() : "";
        Optional<DotCommand> called =
                commands.stream().filter(command -> command.isCalled(name)).findFirst();
        if (called.isEmpty()) {
            return unknown(name);
        }
        if (arguments.isEmpty() && isRequired(called.get().arguments())) {
            return fail("Usage: " + called.get().usage());
        }
        try {
            return called.get().action().run(arguments);
        } catch (ClosedPipeException closed) {
            throw closed;
        } catch (IOException failure) {
            return fail(ErrorReason.of(failure));
        }
    }

    private static boolean isRequired(String arguments) {
        return !arguments.isEmpty() && !arguments.startsWith("[");
    }

    private Outcome unknown(String name) {
        List<String> all = commands.stream()
                .flatMap(command -> Stream.concat(Stream.of(command.name()), command.aliases().stream()))
                .toList();
        String hint = NearestWord.to(name, all)
                .map(nearest -> "Did you mean " + nearest + "?")
                .orElse(".help lists the commands.");
        return fail("There is no command " + name + ". " + hint);
    }

    private Outcome fail(String message) {
        workspace.messages().failed("INVALID_COMMAND", message);
        return Outcome.FAILED;
    }

    private Outcome sql(String sql) throws ClosedPipeException {
        return statements.answer(sql);
    }

    private Outcome help(String name) throws IOException {
        StringBuilder text = new StringBuilder();
        for (DotCommand command : commands) {
            if (name.isEmpty() || command.name().endsWith(name.toLowerCase(Locale.ROOT))) {
                text.append("%-27s %s%n".formatted(command.usage(), command.help()));
            }
        }
        if (name.isEmpty()) {
            text.append("SQL statements end with a semicolon.\n");
        }
        workspace.print(text.toString());
        return Outcome.DONE;
    }

    private Outcome timer(String argument) {
        switch (argument.toLowerCase(Locale.ROOT)) {
            case "on" -> workspace.settings().use(Timer.ON);
            case "off" -> workspace.settings().use(Timer.OFF);
            default -> {
                return fail("The timer is on or off, not " + argument);
            }
        }
        return Outcome.DONE;
    }

    private Outcome format(String name) throws IOException {
        if (name.isEmpty()) {
            workspace.print(
                    "The format is %s of %s%n".formatted(workspace.settings().format(), ResultFormat.names()));
            return Outcome.DONE;
        }
        Optional<ResultFormat> format = ResultFormat.find(name);
        if (format.isEmpty()) {
            return fail("There is no format " + name + "; there are " + ResultFormat.names());
        }
        if (format.get().audience() == Audience.FILES) {
            return fail("%s goes to a file: sqe --format %1$s -o FILE".formatted(format.get()));
        }
        workspace.settings().use(format.get());
        return Outcome.DONE;
    }

    private Outcome maxRows(String argument) throws IOException {
        TextOptions text = workspace.settings().text();
        if (argument.isEmpty()) {
            long rows = text.table().rows();
            workspace.print("Tables show %s%n".formatted(rows == Long.MAX_VALUE ? "all rows" : rows + " rows at most"));
            return Outcome.DONE;
        }
        boolean all = argument.equalsIgnoreCase("all");
        if (!all && !argument.matches("[1-9]\\d{0,17}")) {
            return fail("The rows are a number from 1 on, or all, not " + argument);
        }
        long rows = all ? Long.MAX_VALUE : Long.parseLong(argument);
        workspace.settings().use(text.with(new TableLimits(text.table().columns(), rows)));
        return Outcome.DONE;
    }

    /** Sentences are for people, as those of statements. */
    private Outcome print(String text) throws IOException {
        if (workspace.settings().format().audience() == Audience.PEOPLE) {
            workspace.print(DisplayText.harmless(text) + "\n");
        }
        return Outcome.DONE;
    }

    private Outcome read(String file) throws IOException {
        if (readsNested == READS_NESTED_MAX) {
            return fail("Scripts read each other more than " + READS_NESTED_MAX + " deep");
        }
        readsNested++;
        try (Reader reader = Files.newBufferedReader(path(file))) {
            Outcome outcome = new ScriptRunner(statements, this).run(new ScriptReader(reader), file, OnError.STOP);
            return outcome == Outcome.LEAVE ? Outcome.DONE : outcome;
        } catch (ClosedPipeException closed) {
            throw closed;
        } catch (IOException failure) {
            return fail("Cannot read " + file + ": " + ErrorReason.of(failure));
        } finally {
            readsNested--;
        }
    }

    private static Path path(String file) {
        String name = file.replaceAll("^'(.*)'$", "$1").replaceAll("^\"(.*)\"$", "$1");
        return name.startsWith("~/") ? Path.of(System.getProperty("user.home"), name.substring(2)) : Path.of(name);
    }
}
