package io.sqe.cli.execution;

import io.sqe.cli.execution.ProgressDisplay.Shown;
import io.sqe.cli.execution.Settings.Timer;
import io.sqe.cli.format.Amounts;
import io.sqe.cli.format.DisplayText;
import io.sqe.cli.format.ResultFormat;
import io.sqe.cli.format.ResultFormat.Audience;
import io.sqe.cli.format.ResultWriter;
import io.sqe.cli.format.ResultWriters;
import io.sqe.cli.statement.ScriptItem;
import io.sqe.cli.statement.ScriptItem.Kind;
import io.sqe.executor.ArrowStream;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.QueryTimings;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Runs one statement at a time and writes what comes back. */
public final class StatementRunner {
    private final Workspace workspace;
    private final ResultWriter observer;
    private Optional<String> lastStatement = Optional.empty();
    private boolean fileIsWritten;

    public StatementRunner(Workspace workspace) {
        this(workspace, ResultWriters.none());
    }

    /**
     * Makes the runner.
     *
     * @param observer gets the rows of every statement that was asked for, beside the workspace's results
     */
    public StatementRunner(Workspace workspace, ResultWriter observer) {
        this.workspace = workspace;
        this.observer = observer;
    }

    /** The statement that {@link #run} ran last, failed or not. */
    public Optional<String> lastStatement() {
        return lastStatement;
    }

    /**
     * Runs a statement and tells of its failure, if it fails.
     *
     * @param source what the statement was read from, for messages; empty if that is plain
     * @throws ClosedPipeException if nobody reads the results; the query has then been stopped
     */
    public Outcome run(ScriptItem statement, String source) throws ClosedPipeException {
        lastStatement = Optional.of(statement.text());
        return run(statement, source, rows -> present(rows, statement.text(), observer));
    }

    /** Runs a statement that nobody wrote but that answers a command. */
    public Outcome answer(String sql) throws ClosedPipeException {
        return run(new ScriptItem(Kind.SQL, sql, 1, 1), "", rows -> present(rows, sql, ResultWriters.none()));
    }

    /** Runs a statement for its rows, which are written elsewhere than results are. */
    public Outcome read(String sql, ResultWriter into) throws ClosedPipeException {
        return run(new ScriptItem(Kind.SQL, sql, 1, 1), "", rows -> copy(rows, into));
    }

    private Outcome run(ScriptItem statement, String source, RowsReader reader) throws ClosedPipeException {
        Messages messages = workspace.messages();
        try {
            execute(statement.text(), reader);
            return Outcome.DONE;
        } catch (QueryException failure) {
            if (failure.code() == ErrorCode.QUERY_CANCELLED) {
                messages.say("Cancelled.");
                return Outcome.CANCELLED;
            }
            messages.failed(failure, statement, source);
        } catch (ClosedPipeException closed) {
            throw closed;
        } catch (ResultLeftException seenEnough) {
            return Outcome.DONE;
        } catch (IOException failure) {
            messages.failed("OUTPUT_ERROR", "Cannot write the result: " + ErrorReason.of(failure), failure);
        } catch (StackOverflowError failure) {
            messages.failed("RESOURCE_EXHAUSTED", "The statement is nested too deeply.", failure);
        } catch (OutOfMemoryError failure) {
            messages.failed("RESOURCE_EXHAUSTED", "There is too little memory: " + failure.getMessage(), failure);
        } catch (RuntimeException | LinkageError failure) {
            messages.failed("INTERNAL_ERROR", failure + " (--debug tells more)", failure);
        }
        return Outcome.FAILED;
    }

    private void execute(String sql, RowsReader reader) throws IOException {
        AtomicReference<Shown> progress = new AtomicReference<>(() -> {});
        QueryOptions options = QueryOptions.standard().watchedBy(query -> {
            workspace.interruption().started(query);
            progress.set(workspace.messages().showProgress(query));
        });
        QueryTimings timings;
        try (Query query = workspace.engine().start(sql, workspace.session(), options)) {
            String told = write(query, reader);
            progress.get().close();
            timings = query.timings();
            tell(told);
        } finally {
            progress.get().close();
            workspace.interruption().ended();
            workspace.results().resultEnded();
        }
        if (workspace.settings().timer() == Timer.ON) {
            workspace.messages().say(time(timings));
        }
    }

    /** Writes rows where they belong; gives back what is to be told in words instead, if anything is. */
    private String write(Query query, RowsReader reader) throws IOException {
        if (query.kind() != StatementKind.ROWS) {
            return sentence(query);
        }
        reader.read(query.rows());
        return "";
    }

    /** Writes rows as the format wants them. */
    private void present(ArrowStream rows, String sql, ResultWriter beside) throws IOException {
        ResultFormat format = workspace.settings().format();
        if (format.audience() == Audience.FILES) {
            if (fileIsWritten) {
                throw new IOException("a file of format %s holds one result".formatted(format));
            }
            fileIsWritten = true;
        }
        if (format == ResultFormat.PARQUET) {
            ParquetSink sink = workspace
                    .parquet()
                    .orElseThrow(() -> new IllegalStateException("A Parquet file is asked of a screen"));
            sink.write(rows, workspace.results().bytes());
        } else {
            copy(rows, new TwoWriters(writer(rows, sql), beside));
        }
    }

    private ResultWriter writer(ArrowStream rows, String sql) {
        ResultFormat format = workspace.settings().format();
        if (format == ResultFormat.ARROW) {
            return ResultWriters.arrowFile(workspace.results().bytes());
        }
        if (isToBeRead(rows, sql) && (format == ResultFormat.TABLE || format == ResultFormat.VERTICAL)) {
            return ResultWriters.lines(
                    workspace.settings().text(), workspace.results().text());
        }
        return ResultWriters.text(
                format, workspace.settings().text(), workspace.results().text());
    }

    /** Whether a result is a text, such as a plan or a statement, rather than rows. */
    private static boolean isToBeRead(ArrowStream rows, String sql) {
        String start = sql.substring(0, Math.min(sql.length(), 40))
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        return (start.startsWith("EXPLAIN ") || start.startsWith("SHOW CREATE "))
                && rows.schema().getFields().size() == 1
                && rows.schema().getFields().getFirst().getType() instanceof ArrowType.Utf8;
    }

    private static void copy(ArrowStream rows, ResultWriter writer) throws IOException {
        writer.begin(rows.schema());
        while (rows.loadNext()) {
            writer.write(rows.batch());
        }
        writer.end();
    }

    private static String sentence(Query query) {
        ArrowStream rows = query.rows();
        String text = "";
        while (rows.loadNext()) {
            if (rows.batch().getRowCount() > 0) {
                FieldVector first = rows.batch().getVector(0);
                text = String.valueOf(first.getObject(0));
            }
        }
        if (query.kind() == StatementKind.COMMAND) {
            return text;
        }
        long written = query.rowsWritten().orElse(0);
        return written + (written == 1 ? " row written." : " rows written.");
    }

    /** Sentences are for people: who asked for CSV gets nothing but CSV. */
    private void tell(String sentence) throws IOException {
        if (!sentence.isEmpty() && workspace.settings().format().audience() == Audience.PEOPLE) {
            workspace
                    .results()
                    .text()
                    .append(DisplayText.harmlessLines(sentence))
                    .append('\n');
        }
    }

    private static String time(QueryTimings timings) {
        return "Time: %s (planning %s)".formatted(Amounts.time(timings.total()), Amounts.time(timings.planning()));
    }

    /** Does something with the rows of a statement. */
    @FunctionalInterface
    private interface RowsReader {
        void read(ArrowStream rows) throws IOException;
    }

    /** Writes the same to two. */
    private record TwoWriters(ResultWriter first, ResultWriter second) implements ResultWriter {
        @Override
        public void begin(Schema schema) throws IOException {
            first.begin(schema);
            second.begin(schema);
        }

        @Override
        public void write(VectorSchemaRoot batch) throws IOException {
            first.write(batch);
            second.write(batch);
        }

        @Override
        public void end() throws IOException {
            first.end();
            second.end();
        }
    }
}
