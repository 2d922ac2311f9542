package io.sqe.cli;

import io.sqe.cli.execution.ParquetSink;
import io.sqe.cli.wiring.DuckDbParquetSink;
import io.sqe.cli.wiring.EngineOpener;
import java.util.List;

/**
 * What the program is put together from.
 *
 * @param parquet writes Parquet files
 */
public record ProgramParts(EngineOpener engines, ParquetSink parquet, List<Subcommand> subcommands) {

    public static ProgramParts of(EngineOpener engines) {
        return new ProgramParts(engines, new DuckDbParquetSink(), List.of());
    }
}
