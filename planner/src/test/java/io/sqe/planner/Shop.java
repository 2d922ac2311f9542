package io.sqe.planner;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.DecimalType;
import io.sqe.catalog.ColumnType.IntegerType;
import io.sqe.catalog.ColumnType.LongType;
import io.sqe.catalog.ColumnType.StringType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.TimestampType;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.catalog.TableVersion;
import java.util.List;

/** A small catalog with something of every kind in it. */
final class Shop {

    private Shop() {}

    static Lake lake() {
        return Lake.of(catalog(), "sales");
    }

    static InMemoryCatalog catalog() {
        return new InMemoryCatalog("lake")
                .withTable(
                        "sales",
                        "orders",
                        Column.required(1, "id", new LongType()),
                        Column.optional(2, "customer_id", new LongType()),
                        Column.optional(3, "total", new DecimalType(12, 2)),
                        Column.optional(4, "placed", new TimestampType(TimeUnit.MICROSECONDS, Zone.WITHOUT)),
                        Column.optional(5, "day", new ColumnType.DateType()),
                        Column.optional(6, "region", new StringType()),
                        Column.optional(
                                7, "tags", new ColumnType.ListType(Column.optional(8, "element", new StringType()))))
                .withVersion(
                        "sales",
                        "orders",
                        new TableVersion.Snapshot(1),
                        Column.required(1, "id", new LongType()),
                        Column.optional(6, "area", new StringType()))
                .withTable(
                        "sales",
                        "customers",
                        Column.required(1, "id", new LongType()),
                        Column.optional(2, "name", new StringType()),
                        Column.optional(3, "ssn", new StringType()),
                        Column.optional(4, "region", new StringType()))
                .withVersion(
                        "sales",
                        "customers",
                        new TableVersion.Snapshot(1),
                        Column.required(1, "id", new LongType()),
                        Column.optional(3, "social_number", new StringType()),
                        Column.optional(4, "region", new StringType()))
                .withTable(
                        "sales",
                        "numbers",
                        Column.optional(1, "i", new IntegerType()),
                        Column.optional(2, "l", new LongType()),
                        Column.optional(3, "d", new ColumnType.DoubleType()),
                        Column.optional(4, "f", new ColumnType.FloatType()),
                        Column.optional(5, "t", new ColumnType.TimeType()),
                        Column.optional(6, "tz", new TimestampType(TimeUnit.MICROSECONDS, Zone.WITH)),
                        Column.optional(7, "b", new ColumnType.BooleanType()),
                        Column.optional(8, "u", new ColumnType.UuidType()),
                        Column.optional(9, "ns", new TimestampType(TimeUnit.NANOSECONDS, Zone.WITHOUT)))
                .withTable("hr", "salaries", List.of(Column.required(1, "amount", new LongType())), List.of())
                .withView("sales", "people", "SELECT id, name, region FROM customers")
                .withView("sales", "everyone", "SELECT * FROM customers", "id", "name", "ssn", "region")
                .withView("sales", "renamed", "SELECT * FROM customers", "a", "b", "c", "d")
                .withView("sales", "numbers_of_people", "SELECT ssn FROM customers");
    }
}
