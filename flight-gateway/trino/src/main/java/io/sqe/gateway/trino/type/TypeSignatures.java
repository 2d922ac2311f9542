package io.sqe.gateway.trino.type;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sqe.gateway.trino.type.Rendering.TimePrecision;
import io.sqe.gateway.trino.type.TrinoType.Temporal;
import java.io.IOException;
import java.util.List;

/** Writes columns and the signatures of their types, as the client protocol has them. */
public final class TypeSignatures {
    private static final long VARCHAR_LENGTH_UNBOUNDED = Integer.MAX_VALUE;
    private static final int MILLISECOND_DIGITS = 3;

    private final JsonGenerator json;
    private final TimePrecision precision;

    public TypeSignatures(JsonGenerator json, TimePrecision precision) {
        this.json = json;
        this.precision = precision;
    }

    /** Writes the array of columns. */
    public void write(List<TrinoColumn> columns) throws IOException {
        json.writeStartArray();
        for (TrinoColumn column : columns) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", name(column.type()));
            json.writeFieldName("typeSignature");
            signature(column.type());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private String name(TrinoType type) {
        return switch (type) {
            case Temporal temporal when precision == TimePrecision.MILLISECONDS -> temporal.baseName();
            case TrinoType.Array(var element) -> "array(" + name(element) + ")";
            case TrinoType.Mapping(var key, var value) -> "map(" + name(key) + ", " + name(value) + ")";
            default -> type.displayName();
        };
    }

    private void signature(TrinoType type) throws IOException {
        json.writeStartObject();
        json.writeStringField("rawType", rawName(type));
        json.writeArrayFieldStart("arguments");
        arguments(type);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String rawName(TrinoType type) {
        return switch (type) {
            case TrinoType.Plain(var name) -> name;
            case TrinoType.Varchar _ -> "varchar";
            case TrinoType.Decimal _ -> "decimal";
            case Temporal temporal -> temporal.baseName();
            case TrinoType.Array _ -> "array";
            case TrinoType.Mapping _ -> "map";
            case TrinoType.Row _ -> "row";
        };
    }

    private void arguments(TrinoType type) throws IOException {
        switch (type) {
            case TrinoType.Plain _ -> {}
            case TrinoType.Varchar _ -> number(VARCHAR_LENGTH_UNBOUNDED);
            case TrinoType.Decimal(int digits, int scale) -> {
                number(digits);
                number(scale);
            }
            case Temporal temporal -> {
                if (precision == TimePrecision.EXACT) {
                    number(temporal.precision());
                }
            }
            case TrinoType.Array(var element) -> nested(element);
            case TrinoType.Mapping(var key, var value) -> {
                nested(key);
                nested(value);
            }
            case TrinoType.Row(var members) -> {
                for (TrinoType.Member member : members) {
                    member(member);
                }
            }
        }
    }

    private void number(long value) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "LONG");
        json.writeNumberField("value", value);
        json.writeEndObject();
    }

    private void nested(TrinoType type) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "TYPE");
        json.writeFieldName("value");
        signature(type);
        json.writeEndObject();
    }

    private void member(TrinoType.Member member) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "NAMED_TYPE");
        json.writeObjectFieldStart("value");
        json.writeObjectFieldStart("fieldName");
        json.writeStringField("name", member.name());
        json.writeEndObject();
        json.writeFieldName("typeSignature");
        signature(member.type());
        json.writeEndObject();
        json.writeEndObject();
    }

    static int digits(int exact, TimePrecision precision) {
        return precision == TimePrecision.EXACT ? exact : MILLISECOND_DIGITS;
    }
}
