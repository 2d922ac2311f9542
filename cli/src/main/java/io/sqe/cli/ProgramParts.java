package io.sqe.cli;

import io.sqe.cli.execution.ParquetSink;
import io.sqe.cli.wiring.EngineOpener;
import java.util.List;
import java.util.Optional;

/**
 * What the program is put together from.
 *
 * @param parquet writes Parquet files, where the build can
 */
public record ProgramParts(
        EngineOpener engines,
        Optional<ParquetSink> parquet,
        List<Subcommand> subcommands) {

    public static ProgramParts of(EngineOpener engines) {
        return new ProgramParts(engines, Optional.empty(), List.of());
    }
}
