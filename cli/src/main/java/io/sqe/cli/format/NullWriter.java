package io.sqe.cli.format;

import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** Writes nothing. */
final class NullWriter implements ResultWriter {

    @Override
    public void begin(Schema schema) {}

    @Override
    public void write(VectorSchemaRoot batch) {}

    @Override
    public void end() {}
}
