package io.sqe.cli.format;

import java.io.IOException;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** Writes one result: its columns, its batches, its end. Closes nothing that it was given. */
public interface ResultWriter {

    void begin(Schema schema) throws IOException;

    void write(VectorSchemaRoot batch) throws IOException;

    /** The last call, after the last batch; not made if the query failed. */
    void end() throws IOException;
}
