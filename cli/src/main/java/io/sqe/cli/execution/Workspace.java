package io.sqe.cli.execution;

import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Session;
import java.io.IOException;
import java.util.Optional;

/**
 * What statements and commands run in.
 *
 * @param engine closed by whoever opened it
 * @param results where rows go
 * @param messages where everything else goes
 * @param parquet writes Parquet files, where results go to files
 */
public record Workspace(
        QueryEngine engine,
        Session session,
        Settings settings,
        ResultTarget results,
        Messages messages,
        Interruption interruption,
        Optional<ParquetSink> parquet) {

    /** Writes text that was asked for as results are. */
    public void print(String text) throws IOException {
        results.text().append(text);
        results.resultEnded();
    }

    public Workspace with(ResultTarget other) {
        return new Workspace(engine, session, settings, other, messages, interruption, parquet);
    }
}
