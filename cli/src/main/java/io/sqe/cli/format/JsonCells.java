package io.sqe.cli.format;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.ExtensionTypeVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.complex.DenseUnionVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.ListViewVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.complex.UnionVector;

/**
 * Values as JSON. Numbers and booleans are bare, NaN and the infinities strings, since JSON has no such numbers; dates, times and
 * intervals are ISO 8601 strings, binary values hexadecimal strings; lists are arrays, structs and maps objects.
 */
final class JsonCells {
    private final ScalarCells scalars;

    JsonCells(ZoneId zone) {
        this.scalars = new ScalarCells(Notation.ISO, zone);
    }

    /** Also NULL may be asked of these cells. */
    Cells orNull(ValueVector vector) {
        if (vector instanceof NullVector) {
            return (row, out) -> out.append("null");
        }
        if (vector instanceof UnionVector || vector instanceof DenseUnionVector) {
            return of((FieldVector) vector);
        }
        Cells values = of((FieldVector) vector);
        return (row, out) -> {
            if (vector.isNull(row)) {
                out.append("null");
            } else {
                values.append(row, out);
            }
        };
    }

    Cells of(FieldVector vector) {
        return switch (vector) {
            case ExtensionTypeVector<?> extension -> of((FieldVector) extension.getUnderlyingVector());
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
            case StructVector structs -> struct(structs);
            case UnionVector unions ->
                (row, out) -> orNull(unions.getVector(row)).append(row, out);
            case DenseUnionVector unions -> (row, out) -> denseUnion(unions, row, out);
            case NullVector _ -> (row, out) -> out.append("null");
            default -> scalar(vector);
        };
    }

    static boolean isNested(FieldVector vector) {
        return switch (vector.getMinorType()) {
            case LIST, LISTVIEW, LARGELIST, FIXED_SIZE_LIST, MAP, STRUCT, UNION, DENSEUNION -> true;
            default -> false;
        };
    }

    private Cells scalar(FieldVector vector) {
        Cells text = scalars.of(vector);
        return switch (vector.getMinorType()) {
            case TINYINT, SMALLINT, INT, BIGINT, UINT1, UINT2, UINT4, UINT8, DECIMAL, DECIMAL256, BIT -> text;
            case FLOAT2, FLOAT4, FLOAT8 -> (row, out) -> floating(text, row, out);
            default ->
                (row, out) -> {
                    StringBuilder value = new StringBuilder();
                    text.append(row, value);
                    quote(value, out);
                };
        };
    }

    private static void floating(Cells text, int row, StringBuilder out) {
        int start = out.length();
        text.append(row, out);
        if (!Character.isDigit(out.charAt(out.length() - 1))) {
            out.insert(start, '"').append('"');
        }
    }

    private Cells list(ValueVector elements, RowIndex first, RowIndex end) {
        Cells values = orNull(elements);
        return (row, out) -> {
            out.append('[');
            int start = first.of(row);
            for (int i = start; i < end.of(row); i++) {
                out.append(i > start ? "," : "");
                values.append(i, out);
            }
            out.append(']');
        };
    }

    private Cells struct(StructVector structs) {
        List<FieldVector> children = structs.getChildrenFromFields();
        List<Cells> values = new ArrayList<>();
        children.forEach(child -> values.add(orNull(child)));
        return (row, out) -> {
            out.append('{');
            for (int i = 0; i < values.size(); i++) {
                out.append(i > 0 ? "," : "");
                quote(children.get(i).getName(), out);
                out.append(':');
                values.get(i).append(row, out);
            }
            out.append('}');
        };
    }

    private Cells map(MapVector maps) {
        StructVector entries = (StructVector) maps.getDataVector();
        List<FieldVector> keysAndValues = entries.getChildrenFromFields();
        FieldVector keyVector = keysAndValues.getFirst();
        Cells keys = isNested(keyVector) ? of(keyVector) : scalars.of(keyVector);
        Cells values = orNull(keysAndValues.getLast());
        return (row, out) -> {
            out.append('{');
            int start = maps.getElementStartIndex(row);
            for (int i = start; i < maps.getElementEndIndex(row); i++) {
                out.append(i > start ? "," : "");
                StringBuilder key = new StringBuilder();
                keys.append(i, key);
                quote(key, out);
                out.append(':');
                values.append(i, out);
            }
            out.append('}');
        };
    }

    private void denseUnion(DenseUnionVector unions, int row, StringBuilder out) {
        if (unions.getTypeId(row) < 0) {
            out.append("null");
        } else {
            orNull(unions.getVectorByType(unions.getTypeId(row))).append(unions.getOffset(row), out);
        }
    }

    /** A JSON string. Control characters are escaped, also those that JSON would allow and a terminal would obey. */
    static void quote(CharSequence text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || (c >= 0x7f && c < 0xa0)) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Where a list's elements start or end. */
    @FunctionalInterface
    private interface RowIndex {
        int of(int row);
    }
}
