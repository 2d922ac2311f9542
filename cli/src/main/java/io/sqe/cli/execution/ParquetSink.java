package io.sqe.cli.execution;

import io.sqe.executor.ArrowStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a result as a Parquet file. */
@FunctionalInterface
public interface ParquetSink {

    /** Reads the rows to their end. Closes neither of what it is given. */
    void write(ArrowStream rows, OutputStream file) throws IOException;
}
