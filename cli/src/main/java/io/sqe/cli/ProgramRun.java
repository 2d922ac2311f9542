package io.sqe.cli;

import io.sqe.cli.OutputArguments.Color;
import io.sqe.cli.StandardStreams.Channel;
import io.sqe.cli.command.DotCommand;
import io.sqe.cli.command.DotCommands;
import io.sqe.cli.command.ResultCommands;
import io.sqe.cli.execution.ClosedPipeException;
import io.sqe.cli.execution.ErrorReason;
import io.sqe.cli.execution.ExitCode;
import io.sqe.cli.execution.FileTarget;
import io.sqe.cli.execution.Interruption;
import io.sqe.cli.execution.Messages;
import io.sqe.cli.execution.Outcome;
import io.sqe.cli.execution.ProgressDisplay;
import io.sqe.cli.execution.ResultTarget;
import io.sqe.cli.execution.ScriptRunner;
import io.sqe.cli.execution.ScriptRunner.OnError;
import io.sqe.cli.execution.Settings;
import io.sqe.cli.execution.Settings.Timer;
import io.sqe.cli.execution.StatementRunner;
import io.sqe.cli.execution.StreamTarget;
import io.sqe.cli.execution.Workspace;
import io.sqe.cli.format.Ink;
import io.sqe.cli.plot.SampleCollector;
import io.sqe.cli.shell.Shell;
import io.sqe.cli.shell.Shell.Appearance;
import io.sqe.cli.shell.Shell.Paging;
import io.sqe.cli.statement.ScriptReader;
import io.sqe.cli.terminal.ProgressLine;
import io.sqe.cli.wiring.EmbeddedOptions;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.QueryEngine;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of the main command. */
final class ProgramRun {
    private static final int COLUMNS_IF_UNKNOWN = 80;

    private final ProgramParts parts;
    private final StandardStreams streams;
    private final Map<String, String> environment;
    private final Request request;
    private final EmbeddedOptions options;
    private final Interruption interruption = new Interruption();
    private final ProgressLine progress;
    private final Messages messages;

    /**
     * Prepares the run.
     *
     * @throws IllegalArgumentException if the request makes no sense
     */
    ProgramRun(ProgramParts parts, StandardStreams streams, Map<String, String> environment, Request request) {
        this.parts = parts;
        this.streams = streams;
        this.environment = environment;
        this.request = request;
        this.options = request.engine().toOptions();
        PrintWriter err = new PrintWriter(new OutputStreamWriter(streams.err(), StandardCharsets.UTF_8));
        this.progress = new ProgressLine(err, this::columns);
        boolean watched = streams.isTerminal(EnumSet.of(Channel.ERR)) && !isDumb();
        this.messages =
                new Messages(err, ink(Channel.ERR), request.stackTraces(), watched ? progress : ProgressDisplay.NONE);
    }

    private Ink ink(Channel channel) {
        Color color = request.output().color();
        boolean automatic = streams.isTerminal(EnumSet.of(channel))
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !isDumb();
        return color == Color.ALWAYS || (color == Color.AUTO && automatic) ? Ink.ANSI : Ink.PLAIN;
    }

    private boolean isDumb() {
        return environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** Of the terminal, as far as its shell tells. */
    private int columns() {
        String told = environment.getOrDefault("COLUMNS", "");
        return told.matches("[1-9]\\d{1,4}") ? Integer.parseInt(told) : COLUMNS_IF_UNKNOWN;
    }

    ExitCode run() {
        QueryEngine opened;
        try {
            opened = parts.engines().open(options);
        } catch (QueryException failure) {
            messages.failed(failure.code().name(), String.valueOf(failure.getMessage()), failure);
            return ExitCode.WAREHOUSE_NOT_OPENED;
        } catch (RuntimeException | LinkageError failure) {
            messages.failed("INTERNAL_ERROR", "Cannot open the warehouse: " + failure, failure);
            return ExitCode.WAREHOUSE_NOT_OPENED;
        }
        try (QueryEngine engine = opened) {
            return isInteractive() ? runShell(engine) : runScripts(engine);
        }
    }

    private boolean isInteractive() {
        return request.namesNoScript()
                && request.output().file().isEmpty()
                && streams.isTerminal(EnumSet.of(Channel.IN, Channel.OUT));
    }

    private ExitCode runShell(QueryEngine engine) {
        Appearance appearance = new Appearance(
                ink(Channel.OUT), request.output().pager() ? Paging.ALLOWED : Paging.NEVER, request.stackTraces());
        Settings settings = new Settings(
                request.output().format(), request.output().text(options.zone()).with(ink(Channel.OUT)), Timer.ON);
        try {
            Shell.onThisTerminal(engine, options.newSession(), settings, environment, appearance);
            return ExitCode.OK;
        } catch (IOException failure) {
            messages.failed("TERMINAL_ERROR", "Cannot use the terminal: " + ErrorReason.of(failure), failure);
            return ExitCode.STATEMENT_FAILED;
        }
    }

    private ExitCode runScripts(QueryEngine engine) {
        try (InterruptHook _ = new InterruptHook(interruption);
                ResultTarget results = openResults()) {
            Outcome outcome = runScripts(engine, results);
            boolean wanted = outcome != Outcome.FAILED || request.onError() == OnError.CONTINUE;
            if (results instanceof FileTarget file && wanted && outcome != Outcome.CANCELLED) {
                file.complete();
            }
            return switch (outcome) {
                case DONE, LEAVE -> ExitCode.OK;
                case FAILED -> ExitCode.STATEMENT_FAILED;
                case CANCELLED -> ExitCode.INTERRUPTED;
            };
        } catch (ClosedPipeException _) {
            return ExitCode.PIPE_CLOSED;
        } catch (IOException failure) {
            messages.failed("OUTPUT_ERROR", "Cannot write the results: " + ErrorReason.of(failure), failure);
            return ExitCode.STATEMENT_FAILED;
        }
    }

    private ResultTarget openResults() throws IOException {
        boolean isTerminal = streams.isTerminal(EnumSet.of(Channel.OUT));
        return request.output().file().isPresent()
                ? FileTarget.open(request.output().file().get())
                : new StreamTarget(streams.out(), isTerminal ? progress::hide : () -> {});
    }

    private Outcome runScripts(QueryEngine engine, ResultTarget results) throws IOException {
        Settings settings = new Settings(
                request.output().format(),
                request.output().text(options.zone()).with(ink(Channel.OUT)),
                request.output().timer() ? Timer.ON : Timer.OFF);
        Workspace workspace = new Workspace(
                engine, options.newSession(), settings, results, messages, interruption, Optional.of(parts.parquet()));
        StatementRunner statements = new StatementRunner(workspace);
        List<DotCommand> more =
                new ResultCommands(workspace, statements, new SampleCollector(options.zone()), this::columns).all();
        ScriptRunner scripts = new ScriptRunner(statements, new DotCommands(workspace, statements, more));
        Outcome worst = Outcome.DONE;
        for (ScriptSource source : request.sources(streams.in())) {
            Outcome outcome = run(scripts, source);
            if (outcome == Outcome.FAILED && request.onError() == OnError.CONTINUE) {
                worst = Outcome.FAILED;
            } else if (outcome != Outcome.DONE) {
                return outcome == Outcome.LEAVE ? worst : outcome;
            }
        }
        return worst;
    }

    private Outcome run(ScriptRunner scripts, ScriptSource source) throws ClosedPipeException {
        try (Reader reader = source.open()) {
            return scripts.run(new ScriptReader(reader), source.name(), request.onError());
        } catch (ClosedPipeException closed) {
            throw closed;
        } catch (IOException failure) {
            messages.failed("INPUT_ERROR", "Cannot read " + source.name() + ": " + ErrorReason.of(failure), failure);
            return Outcome.FAILED;
        }
    }
}
