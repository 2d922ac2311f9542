package io.sqe.gateway.trino.type;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the values of one vector as JSON. Used by one thread at a time; valid as long as its vector is. */
@FunctionalInterface
public interface ValueWriter {
    void write(int row, JsonGenerator json) throws IOException;
}
