package io.sqe.gateway.trino.type;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.ListViewVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;

/** Makes the writers of arrays, maps and rows: a row is an array, a map an object whose keys are text. */
final class NestedWriters {
    private static final JsonFactory JSON = new JsonFactory();

    private final ValueWriters writers;

    NestedWriters(ValueWriters writers) {
        this.writers = writers;
    }

    ValueWriter of(FieldVector vector) {
        return switch (vector) {
            case MapVector maps -> map(maps);
            case ListVector lists ->
                list(lists.getDataVector(), lists::getElementStartIndex, lists::getElementEndIndex);
            case LargeListVector lists ->
                list(
                        lists.getDataVector(),
                        row -> Math.toIntExact(lists.getElementStartIndex(row)),
                        row -> Math.toIntExact(lists.getElementEndIndex(row)));
            case FixedSizeListVector lists ->
                list(lists.getDataVector(), lists::getElementStartIndex, lists::getElementEndIndex);
            case ListViewVector lists ->
                list(lists.getDataVector(), lists::getElementStartIndex, lists::getElementEndIndex);
            case StructVector rows -> row(rows);
            // Types that no engine of ours gives; Arrow's own words are better than a failure.
            default -> (row, json) -> json.writeString(String.valueOf(vector.getObject(row)));
        };
    }

    private ValueWriter list(FieldVector elements, RowIndex first, RowIndex end) {
        ValueWriter element = writers.of(elements);
        return (row, json) -> {
            json.writeStartArray();
            int last = end.of(row);
            for (int i = first.of(row); i < last; i++) {
                element.write(i, json);
            }
            json.writeEndArray();
        };
    }

    private ValueWriter row(StructVector rows) {
        List<ValueWriter> members =
                rows.getChildrenFromFields().stream().map(writers::of).toList();
        return (row, json) -> {
            json.writeStartArray();
            for (ValueWriter member : members) {
                member.write(row, json);
            }
            json.writeEndArray();
        };
    }

    private ValueWriter map(MapVector maps) {
        List<FieldVector> keyAndValue = ((StructVector) maps.getDataVector()).getChildrenFromFields();
        ValueWriter key = writers.of(keyAndValue.getFirst());
        ValueWriter value = writers.of(keyAndValue.getLast());
        return (row, json) -> {
            json.writeStartObject();
            int last = maps.getElementEndIndex(row);
            for (int i = maps.getElementStartIndex(row); i < last; i++) {
                json.writeFieldName(text(key, i));
                value.write(i, json);
            }
            json.writeEndObject();
        };
    }

    private static String text(ValueWriter value, int row) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            value.write(row, json);
        }
        String written = text.toString(StandardCharsets.UTF_8);
        return written.startsWith("\"") ? unquoted(written) : written;
    }

    private static String unquoted(String quoted) throws IOException {
        try (var parser = JSON.createParser(quoted)) {
            return String.valueOf(parser.nextTextValue());
        }
    }

    /** Where a list's elements start or end. */
    @FunctionalInterface
    private interface RowIndex {
        int of(int row);
    }
}
