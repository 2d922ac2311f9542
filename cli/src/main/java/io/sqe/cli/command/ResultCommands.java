package io.sqe.cli.command;

import io.sqe.cli.execution.Outcome;
import io.sqe.cli.execution.StatementRunner;
import io.sqe.cli.execution.Workspace;
import io.sqe.cli.plot.Chart;
import io.sqe.cli.plot.Chart.Form;
import io.sqe.cli.plot.ResultSample;
import io.sqe.cli.plot.SampleCollector;
import io.sqe.cli.plot.UnplottableException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/** The commands that look at a result in another way: explain, summarize, plot. */
public final class ResultCommands {
    private static final Set<String> SQL_STARTS = Set.of("SELECT", "WITH", "VALUES", "TABLE", "FROM", "(");

    private final Workspace workspace;
    private final StatementRunner statements;
    private final SampleCollector last;
    private final IntSupplier columns;

    /**
     * Makes the commands.
     *
     * @param last what was kept of the last result, if anything was
     * @param columns of the terminal
     */
    public ResultCommands(Workspace workspace, StatementRunner statements, SampleCollector last, IntSupplier columns) {
        this.workspace = workspace;
        this.statements = statements;
        this.last = last;
        this.columns = columns;
    }

    public List<DotCommand> all() {
        return List.of(
                new DotCommand(".explain", Set.of(), "last|SQL", "Show the plan of a statement", this::explain),
                new DotCommand(
                        ".summarize",
                        Set.of(),
                        "table",
                        "Show each column's range, NULLs and distinct values",
                        table -> new Summary(workspace, statements).show(table)),
                new DotCommand(
                        ".plot",
                        Set.of(),
                        "[bar|line] [x y|SQL]",
                        "Draw the last result, or that of a statement",
                        this::plot));
    }

    private Outcome explain(String argument) throws IOException {
        if (!argument.equalsIgnoreCase("last")) {
            return statements.answer("EXPLAIN " + withoutSemicolon(argument));
        }
        Optional<String> statement = statements.lastStatement();
        return statement.isPresent()
                ? statements.answer("EXPLAIN " + statement.get())
                : fail("There was no statement yet");
    }

    private Outcome plot(String arguments) throws IOException {
        String rest = arguments;
        Optional<Form> form = Optional.empty();
        for (Form known : Form.values()) {
            String name = known.name().toLowerCase(Locale.ROOT);
            if (rest.toLowerCase(Locale.ROOT).matches(name + "(\\s.*)?")) {
                form = Optional.of(known);
                rest = rest.substring(name.length()).strip();
            }
        }
        if (isSql(rest)) {
            SampleCollector collected = new SampleCollector(workspace.session().zone());
            Outcome outcome = statements.read(withoutSemicolon(rest), collected);
            return outcome == Outcome.DONE ? draw(collected.sample(), form, new String[0]) : outcome;
        }
        String[] names = rest.isEmpty() ? new String[0] : rest.split("[\\s,]+");
        return names.length == 0 || names.length == 2
                ? drawLast(form, names)
                : fail("Usage: .plot [bar|line] [x y|SQL]");
    }

    private static boolean isSql(String text) {
        String first = text.split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        return SQL_STARTS.contains(first) || first.startsWith("(");
    }

    private static String withoutSemicolon(String sql) {
        return sql.replaceAll("[;\\s]+$", "");
    }

    /** Where no result is kept, the last statement is run again. */
    private Outcome drawLast(Optional<Form> form, String[] names) throws IOException {
        if (last.sample().isEmpty() && statements.lastStatement().isPresent()) {
            Outcome outcome = statements.read(statements.lastStatement().get(), last);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
        }
        return draw(last.sample(), form, names);
    }

    private Outcome draw(Optional<ResultSample> sample, Optional<Form> form, String[] names) throws IOException {
        if (sample.isEmpty()) {
            return fail("There is no result to plot yet");
        }
        Optional<String> x = names.length == 2 ? Optional.of(names[0]) : Optional.empty();
        Optional<String> y = names.length == 2 ? Optional.of(names[1]) : Optional.empty();
        try {
            workspace.print(new Chart(sample.get()).draw(form, x, y, columns.getAsInt()));
            return Outcome.DONE;
        } catch (UnplottableException unsuitable) {
            return fail(String.valueOf(unsuitable.getMessage()));
        }
    }

    private Outcome fail(String message) {
        workspace.messages().failed("INVALID_COMMAND", message);
        return Outcome.FAILED;
    }
}
