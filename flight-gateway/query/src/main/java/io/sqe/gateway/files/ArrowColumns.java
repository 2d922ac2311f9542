package io.sqe.gateway.files;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Arrow's schema as columns. A column whose type SQL cannot name here reads as text. */
public final class ArrowColumns {
    private static final int UNSIGNED_LONG_DIGITS = 20;

    private ArrowColumns() {}

    /** The columns in order; field ids count from 1 as they are met, nested ones included. */
    public static List<Column> of(Schema schema) {
        return new Numbering().columns(schema.getFields());
    }

    /** Gives each field the next id. */
    private static final class Numbering {
        private int last;

        List<Column> columns(List<Field> fields) {
            List<Column> columns = new ArrayList<>();
            for (Field field : fields) {
                columns.add(column(field));
            }
            return columns;
        }

        private Column column(Field field) {
            int id = ++last;
            return Column.optional(id, field.getName(), type(field));
        }

        private ColumnType type(Field field) {
            return switch (field.getType()) {
                case ArrowType.List _, ArrowType.LargeList _, ArrowType.FixedSizeList _ ->
                    new ColumnType.ListType(column(field.getChildren().get(0)));
                case ArrowType.Struct _ -> new ColumnType.StructType(columns(field.getChildren()));
                case ArrowType.Map _ -> map(field.getChildren().get(0).getChildren());
                default -> primitive(field).orElseGet(ColumnType.StringType::new);
            };
        }

        private ColumnType map(List<Field> entry) {
            return new ColumnType.MapType(column(entry.get(0)), column(entry.get(1)));
        }
    }

    private static Optional<ColumnType> primitive(Field field) {
        if ("arrow.uuid".equals(field.getMetadata().get("ARROW:extension:name"))) {
            return Optional.of(new ColumnType.UuidType());
        }
        return Optional.ofNullable(
                switch (field.getType()) {
                    case ArrowType.Bool _ -> new ColumnType.BooleanType();
                    case ArrowType.Int integer -> integer(integer);
                    case ArrowType.FloatingPoint floating ->
                        floating.getPrecision() == FloatingPointPrecision.DOUBLE
                                ? new ColumnType.DoubleType()
                                : new ColumnType.FloatType();
                    case ArrowType.Decimal decimal ->
                        new ColumnType.DecimalType(decimal.getPrecision(), decimal.getScale());
                    case ArrowType.Date _ -> new ColumnType.DateType();
                    case ArrowType.Time _ -> new ColumnType.TimeType();
                    case ArrowType.Timestamp timestamp -> timestamp(timestamp);
                    case ArrowType.Binary _,
                            ArrowType.LargeBinary _,
                            ArrowType.BinaryView _,
                            ArrowType.FixedSizeBinary _ -> new ColumnType.BinaryType();
                    default -> null;
                });
    }

    private static ColumnType integer(ArrowType.Int type) {
        if (type.getBitWidth() == Long.SIZE) {
            return type.getIsSigned() ? new ColumnType.LongType() : new ColumnType.DecimalType(UNSIGNED_LONG_DIGITS, 0);
        }
        boolean fitsInteger = type.getBitWidth() < Integer.SIZE || type.getIsSigned();
        return fitsInteger ? new ColumnType.IntegerType() : new ColumnType.LongType();
    }

    private static ColumnType timestamp(ArrowType.Timestamp type) {
        ColumnType.TimeUnit unit = type.getUnit() == TimeUnit.NANOSECOND
                ? ColumnType.TimeUnit.NANOSECONDS
                : ColumnType.TimeUnit.MICROSECONDS;
        ColumnType.Zone zone = type.getTimezone() == null ? ColumnType.Zone.WITHOUT : ColumnType.Zone.WITH;
        return new ColumnType.TimestampType(unit, zone);
    }
}
