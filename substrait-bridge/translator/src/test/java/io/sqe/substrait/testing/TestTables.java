package io.sqe.substrait.testing;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableSchema;
import io.trino.tpcds.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The tables of TPC-H and TPC-DS, and one with a column of every type. */
final class TestTables {
    private static final String TPCH = """
            region r_regionkey:int r_name r_comment
            nation n_nationkey:int n_name n_regionkey:int n_comment
            supplier s_suppkey:long s_name s_address s_nationkey:int s_phone s_acctbal:dec s_comment
            part p_partkey:long p_name p_mfgr p_brand p_type p_size:int p_container p_retailprice:dec p_comment
            partsupp ps_partkey:long ps_suppkey:long ps_availqty:int ps_supplycost:dec ps_comment
            customer c_custkey:long c_name c_address c_nationkey:int c_phone c_acctbal:dec c_mktsegment c_comment
            orders o_orderkey:long o_custkey:long o_orderstatus o_totalprice:dec o_orderdate:date o_orderpriority o_clerk o_shippriority:int o_comment
            lineitem l_orderkey:long l_partkey:long l_suppkey:long l_linenumber:int l_quantity:dec l_extendedprice:dec l_discount:dec l_tax:dec l_returnflag l_linestatus l_shipdate:date l_commitdate:date l_receiptdate:date l_shipinstruct l_shipmode l_comment
            """;
    private static final String TYPES = """
            types b:boolean i:int l:long f:float d:double n:dec s t:timestamp tn:timestampNanos tz:timestampTz dt:date tm:time bin:binary u:uuid a:list m:map r:struct rs:structs
            """;

    private TestTables() {}

    static Map<String, TableMetadata> tpch() {
        return ofText(TPCH + TYPES);
    }

    static Map<String, TableMetadata> tpcds() {
        Map<String, TableMetadata> tables = new LinkedHashMap<>();
        for (Table table : Table.getBaseTables()) {
            List<Column> columns = new ArrayList<>();
            for (io.trino.tpcds.column.Column column : table.getColumns()) {
                // The query texts are Spark's, and so is this name.
                String name = column.getName().replace("c_last_review_date_sk", "c_last_review_date");
                columns.add(Column.optional(columns.size() + 1, name, type(column.getType())));
            }
            tables.put(table.getName(), metadata(table.getName(), columns));
        }
        return tables;
    }

    private static ColumnType type(io.trino.tpcds.column.ColumnType type) {
        return switch (type.getBase()) {
            case INTEGER -> new ColumnType.IntegerType();
            case IDENTIFIER -> new ColumnType.LongType();
            case DATE -> new ColumnType.DateType();
            case DECIMAL ->
                new ColumnType.DecimalType(
                        type.getPrecision().orElseThrow(), type.getScale().orElseThrow());
            case VARCHAR, CHAR, TIME -> new ColumnType.StringType();
        };
    }

    private static Map<String, TableMetadata> ofText(String text) {
        Map<String, TableMetadata> tables = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            String[] words = line.split(" ");
            List<Column> columns = new ArrayList<>();
            for (int i = 1; i < words.length; i++) {
                String[] parts = words[i].split(":");
                columns.add(Column.optional(i, parts[0], type(parts.length == 1 ? "string" : parts[1])));
            }
            tables.put(words[0], metadata(words[0], columns));
        });
        return tables;
    }

    private static ColumnType type(String word) {
        return switch (word) {
            case "boolean" -> new ColumnType.BooleanType();
            case "int" -> new ColumnType.IntegerType();
            case "long" -> new ColumnType.LongType();
            case "float" -> new ColumnType.FloatType();
            case "double" -> new ColumnType.DoubleType();
            case "dec" -> new ColumnType.DecimalType(15, 2);
            case "string" -> new ColumnType.StringType();
            case "date" -> new ColumnType.DateType();
            case "time" -> new ColumnType.TimeType();
            case "binary" -> new ColumnType.BinaryType();
            case "uuid" -> new ColumnType.UuidType();
            case "timestamp" -> new ColumnType.TimestampType(ColumnType.TimeUnit.MICROSECONDS, ColumnType.Zone.WITHOUT);
            case "timestampNanos" ->
                new ColumnType.TimestampType(ColumnType.TimeUnit.NANOSECONDS, ColumnType.Zone.WITHOUT);
            case "timestampTz" -> new ColumnType.TimestampType(ColumnType.TimeUnit.MICROSECONDS, ColumnType.Zone.WITH);
            case "list" -> new ColumnType.ListType(Column.optional(101, "element", new ColumnType.LongType()));
            case "map" ->
                new ColumnType.MapType(
                        Column.required(102, "key", new ColumnType.StringType()),
                        Column.optional(103, "value", new ColumnType.LongType()));
            case "struct" -> STRUCT;
            case "structs" -> new ColumnType.ListType(Column.optional(106, "element", STRUCT));
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static final ColumnType STRUCT = new ColumnType.StructType(List.of(
            Column.optional(104, "x", new ColumnType.LongType()),
            Column.optional(105, "y", new ColumnType.StringType())));

    private static TableMetadata metadata(String name, List<Column> columns) {
        return new TableMetadata(
                TableName.of("lake", "test", name),
                name,
                2,
                "memory:" + name,
                new TableSchema(0, columns),
                List.of(),
                Map.of(),
                OptionalLong.of(1),
                OptionalLong.empty());
    }
}
