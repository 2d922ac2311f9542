package io.sqe.gateway.write;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.PartitionField;
import io.sqe.catalog.PartitionTransform;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;

/** Reads a partition value from the text that executors give (see {@code Fragment.Output.Parquet}). */
final class PartitionText {
    private PartitionText() {}

    static Literal parse(PartitionField field, ColumnType source, String text) {
        ColumnType type = switch (field.transform()) {
            case PartitionTransform.Identity(), PartitionTransform.Truncate(var _) -> source;
            case PartitionTransform.Day() -> new ColumnType.DateType();
            case PartitionTransform.Bucket(var _),
                    PartitionTransform.Year(),
                    PartitionTransform.Month(),
                    PartitionTransform.Hour(),
                    PartitionTransform.AlwaysNull() -> new ColumnType.IntegerType();
        };
        return new Literal(type, value(type, text));
    }

    private static Object value(ColumnType type, String text) {
        return switch (type) {
            case ColumnType.BooleanType() -> Boolean.valueOf(text);
            case ColumnType.IntegerType(), ColumnType.DateType() -> Integer.valueOf(text);
            case ColumnType.LongType(), ColumnType.TimeType(), ColumnType.TimestampType(var _, var _) ->
                Long.valueOf(text);
            case ColumnType.FloatType() -> Float.valueOf(text);
            case ColumnType.DoubleType() -> Double.valueOf(text);
            case ColumnType.DecimalType(var _, int scale) -> new BigDecimal(text).setScale(scale);
            case ColumnType.StringType() -> text;
            case ColumnType.UuidType() -> UUID.fromString(text);
            case ColumnType.BinaryType(), ColumnType.FixedType(var _) ->
                ByteBuffer.wrap(HexFormat.of().parseHex(text)).asReadOnlyBuffer();
            case ColumnType.ListType(var _), ColumnType.MapType(var _, var _), ColumnType.StructType(var _) ->
                throw new IllegalArgumentException("No partition by a value of type " + type);
        };
    }
}
