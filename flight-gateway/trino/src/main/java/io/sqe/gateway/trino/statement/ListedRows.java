package io.sqe.gateway.trino.statement;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.sqe.gateway.trino.protocol.Bytes;
import io.sqe.gateway.trino.type.TrinoColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A few rows that are there already.
 *
 * @param rows each a list of strings, numbers and booleans; an absent value is an empty {@link java.util.Optional}
 */
public record ListedRows(List<TrinoColumn> columns, List<List<Object>> rows) implements RowSource {
    private static final JsonFactory JSON = new JsonFactory();

    public ListedRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What a command gives back: nothing, in no columns. */
    public static ListedRows none() {
        return new ListedRows(List.of(), List.of());
    }

    @Override
    public RowPage next(PageRoom room) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            for (List<Object> row : rows) {
                json.writeStartArray();
                for (Object value : row) {
                    write(value, json);
                }
                json.writeEndArray();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new RowPage(Bytes.of(bytes.toByteArray()), rows.size(), true);
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case Boolean bool -> json.writeBoolean(bool);
            case Number number -> json.writeNumber(number.longValue());
            case String text -> json.writeString(text);
            default -> json.writeNull();
        }
    }
}
