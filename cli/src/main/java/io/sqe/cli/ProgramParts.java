package io.sqe.cli;

import io.sqe.cli.execution.ParquetSink;
import io.sqe.cli.wiring.EngineOpener;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the program is put together from.
 *
 * @param parquet writes Parquet files, where the build can
 * @param versions names and versions of what it is built on, for {@code --version}
 */
public record ProgramParts(
        EngineOpener engines,
        Optional<ParquetSink> parquet,
        List<Subcommand> subcommands,
        Supplier<List<String>> versions) {

    public static ProgramParts of(EngineOpener engines) {
        return new ProgramParts(engines, Optional.empty(), List.of(), List::of);
    }
}
