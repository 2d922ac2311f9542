package io.sqe.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.IfMissing;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.PartitionField;
import io.sqe.catalog.PartitionTransform;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.ViewMetadata;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.binding.BoundStatement.CatalogCommand;
import io.sqe.planner.binding.FileSource;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.planner.statement.OrReplace;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.Statement.ExplainMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of statement, from text to what is to be done. */
class StatementsTest {
    private static final Lake LAKE = Shop.lake();

    @Test
    void createTableDefinesColumnsPartitionsAndProperties() {
        assertThat(definition("""
                CREATE TABLE IF NOT EXISTS events (
                    ts timestamp(6) with time zone NOT NULL COMMENT 'when',
                    id BIGINT, s STRING, amount decimal(12, 2),
                    tags array(varchar), attributes map(varchar, double), place row(city varchar, zip integer), names VARCHAR ARRAY)
                COMMENT 'all of them'
                PARTITIONED BY (day(ts), bucket(16, id), truncate(10, s), amount)
                WITH (format_version = 3, "write.parquet.compression-codec" = 'zstd')"""))
                .isEqualTo(new TableDefinition(
                        TableName.of("lake", "sales", "events"),
                        List.of(
                                new Column(
                                        0,
                                        "ts",
                                        new ColumnType.TimestampType(
                                                ColumnType.TimeUnit.MICROSECONDS, ColumnType.Zone.WITH),
                                        Column.Presence.REQUIRED,
                                        Optional.of("when"),
                                        Optional.empty(),
                                        Optional.empty()),
                                Column.optional(0, "id", new ColumnType.LongType()),
                                Column.optional(0, "s", new ColumnType.StringType()),
                                Column.optional(0, "amount", new ColumnType.DecimalType(12, 2)),
                                Column.optional(0, "tags", listOf(new ColumnType.StringType())),
                                Column.optional(
                                        0,
                                        "attributes",
                                        new ColumnType.MapType(
                                                Column.required(0, "key", new ColumnType.StringType()),
                                                Column.optional(0, "value", new ColumnType.DoubleType()))),
                                Column.optional(
                                        0,
                                        "place",
                                        new ColumnType.StructType(List.of(
                                                Column.optional(0, "city", new ColumnType.StringType()),
                                                Column.optional(0, "zip", new ColumnType.IntegerType())))),
                                Column.optional(0, "names", listOf(new ColumnType.StringType()))),
                        List.of(
                                new PartitionField(0, "ts", "", new PartitionTransform.Day()),
                                new PartitionField(0, "id", "", new PartitionTransform.Bucket(16)),
                                new PartitionField(0, "s", "", new PartitionTransform.Truncate(10)),
                                new PartitionField(0, "amount", "", new PartitionTransform.Identity())),
                        Map.of("write.parquet.compression-codec", "zstd", "comment", "all of them"),
                        3));
    }

    private static ColumnType listOf(ColumnType element) {
        return new ColumnType.ListType(Column.optional(0, "element", element));
    }

    private static TableDefinition definition(String sql) {
        return ((BoundStatement.CreateTable<SecuredPlan>) LAKE.plan(sql)).definition();
    }

    @Test
    void partitioningIsAPropertyToo() {
        assertThat(definition("CREATE TABLE t (ts timestamp, a int) WITH (partitioning = ARRAY['month(ts)', 'a'])")
                        .partitioning())
                .extracting(PartitionField::transform)
                .containsExactly(new PartitionTransform.Month(), new PartitionTransform.Identity());
    }

    @Test
    void createTableAsTakesItsColumnsFromTheQuery() {
        var create = (BoundStatement.CreateTable<SecuredPlan>)
                LAKE.plan(
                        "CREATE OR REPLACE TABLE big AS SELECT id, count(*) AS n, CAST(1 AS smallint) AS s FROM orders GROUP BY id");

        assertThat(create.orReplace()).isEqualTo(OrReplace.YES);
        assertThat(create.definition().columns())
                .containsExactly(
                        Column.optional(0, "id", new ColumnType.LongType()),
                        Column.optional(0, "n", new ColumnType.LongType()),
                        Column.optional(0, "s", new ColumnType.IntegerType()));
        assertThat(types(create.source().orElseThrow())).containsExactly("BIGINT", "BIGINT", "INTEGER");
    }

    private static List<String> types(SecuredPlan plan) {
        return plan.rowType().getFieldList().stream()
                .map(RelDataTypeField::getType)
                .map(type -> type.getSqlTypeName().getName())
                .toList();
    }

    @Test
    void insertFillsEveryColumnOfItsTable() {
        var insert = (BoundStatement.Insert<SecuredPlan>)
                LAKE.plan("INSERT INTO orders (total, id) VALUES (1, 2), (NULL, 3)");

        assertThat(insert.target().name()).isEqualTo(TableName.of("lake", "sales", "orders"));
        assertThat(insert.source().columnNames())
                .containsExactly("id", "customer_id", "total", "placed", "day", "region", "tags");
        assertThat(types(insert.source()))
                .containsExactly("BIGINT", "BIGINT", "DECIMAL", "TIMESTAMP", "DATE", "VARCHAR", "ARRAY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO orders (id) SELECT total FROM orders",
                "INSERT INTO orders (id, day) VALUES (1, '2026-01-01')",
                "INSERT INTO orders (id) VALUES (1.5)",
                "INSERT INTO orders (id, total) SELECT id, 1e3 FROM orders",
                "INSERT INTO orders SELECT 1",
                "INSERT INTO numbers (i) VALUES (3000000000)"
            })
    void insertRefusesWhatItWouldHaveToNarrow(String sql) {
        assertThatThrownBy(() -> LAKE.plan(sql)).isInstanceOf(PlannerException.TypeMismatch.class);
    }

    @Test
    void insertNeedsAValueForColumnsThatMayNotBeNull() {
        assertThatThrownBy(() -> LAKE.plan("INSERT INTO orders (total) VALUES (1)"))
                .isInstanceOf(PlannerException.InvalidStatement.class);
    }

    @Test
    void namespacesTablesAndViewsAreMadeAndDropped() {
        assertThat(LAKE.command("CREATE SCHEMA IF NOT EXISTS lake.a.b WITH (location = 'x')"))
                .isEqualTo(new CatalogCommand.CreateSchema(
                        NamespaceName.of("lake", "a", "b"), IfExists.IGNORE, Map.of("location", "x")));
        assertThat(LAKE.command("DROP SCHEMA hr"))
                .isEqualTo(new CatalogCommand.DropSchema(NamespaceName.of("lake", "hr"), IfMissing.FAIL));
        assertThat(LAKE.command("DROP TABLE ORDERS"))
                .isEqualTo(new CatalogCommand.DropTable(TableName.of("lake", "sales", "orders"), IfMissing.FAIL));
        assertThat(LAKE.command("DROP VIEW IF EXISTS nothing")).isEqualTo(new CatalogCommand.Nothing());
        assertThat(LAKE.command("CREATE VIEW v (a) AS\n  SELECT id -- the id\n  FROM orders;"))
                .isEqualTo(new CatalogCommand.CreateView(
                        new ViewMetadata(
                                TableName.of("lake", "sales", "v"),
                                "SELECT id -- the id\n  FROM orders",
                                NamespaceName.of("lake", "sales"),
                                List.of("a")),
                        OrReplace.NO,
                        IfExists.FAIL));
    }

    @Test
    void useMovesToASchemaOrCatalog() {
        assertThat(LAKE.command("USE hr"))
                .isEqualTo(new CatalogCommand.Use("lake", Optional.of(NamespaceName.of("lake", "hr"))));
        assertThat(LAKE.command("USE lake.sales"))
                .isEqualTo(new CatalogCommand.Use("lake", Optional.of(NamespaceName.of("lake", "sales"))));
        assertThat(LAKE.command("USE lake")).isEqualTo(new CatalogCommand.Use("lake", Optional.empty()));
        assertThatThrownBy(() -> LAKE.command("USE slaes"))
                .isInstanceOf(PlannerException.UnknownSchema.class)
                .hasMessage("Cannot find schema lake.slaes. Did you mean lake.sales?");
    }

    @Test
    void showAnswersFromTheCatalog() {
        assertThat(LAKE.command("SHOW CATALOGS")).isEqualTo(answer("Catalog", "lake"));
        assertThat(LAKE.command("SHOW SCHEMAS FROM lake LIKE 's%'")).isEqualTo(answer("Schema", "sales"));
        assertThat(LAKE.command("SHOW TABLES IN hr")).isEqualTo(answer("Table", "salaries"));
        assertThat(LAKE.command("SHOW TABLES LIKE 'o_ders'")).isEqualTo(answer("Table", "orders"));
        assertThat(LAKE.command("DESCRIBE people"))
                .isEqualTo(new CatalogCommand.Answer(
                        List.of("Column", "Type", "Extra", "Comment"),
                        List.of(
                                List.of("id", "bigint", "", ""),
                                List.of("name", "varchar", "", ""),
                                List.of("region", "varchar", "", ""))));
    }

    private static CatalogCommand answer(String column, String... names) {
        return new CatalogCommand.Answer(
                List.of(column), java.util.Arrays.stream(names).map(List::of).toList());
    }

    @Test
    void showCreateTableIsAStatementThatMakesTheSameTable() {
        var answer = (CatalogCommand.Answer) LAKE.command("SHOW CREATE TABLE orders");
        String sql = answer.rows().getFirst().getFirst();

        assertThat(definition(sql.replace("lake.sales.orders", "again")).columns())
                .extracting(Column::name)
                .containsExactly("id", "customer_id", "total", "placed", "day", "region", "tags");
    }

    @ParameterizedTest
    @CsvSource({
        "EXPLAIN SELECT 1, LOGICAL",
        "EXPLAIN (LOGICAL) SELECT 1, LOGICAL",
        "EXPLAIN SUBSTRAIT SELECT 1, SUBSTRAIT",
        "EXPLAIN (ENGINE) WITH x AS (SELECT 1) TABLE x, ENGINE",
        "EXPLAIN ANALYZE (SELECT 1), ANALYZE",
        "EXPLAIN (SELECT 1), LOGICAL"
    })
    void explainShowsWhatItIsAskedFor(String sql, ExplainMode mode) {
        assertThat(((BoundStatement.Explain<SecuredPlan>) LAKE.plan(sql)).mode())
                .isEqualTo(mode);
    }

    @Test
    void timeTravelFindsTheVersion() {
        assertThat(versionOf("SELECT * FROM orders FOR VERSION AS OF 1")).isEqualTo(new TableVersion.Snapshot(1));
        assertThat(versionOf("SELECT o.id FROM orders FOR SYSTEM_VERSION AS OF 1 AS o"))
                .isEqualTo(new TableVersion.Snapshot(1));
        assertThatThrownBy(() -> LAKE.query("SELECT * FROM orders FOR VERSION AS OF 'audit'"))
                .isInstanceOf(PlannerException.UnknownVersion.class)
                .hasMessageContaining("Reference[name=audit]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "TIMESTAMP '2026-01-02 03:04:05.5'                  | 2026-01-02T03:04:05.500Z",
                "DATE '2026-01-02'                                  | 2026-01-02T00:00:00Z",
                "'2026-01-02 03:04:05+02:00'                        | 2026-01-02T01:04:05Z",
                "current_timestamp - INTERVAL '1' DAY               | 2026-11-20T10:15:30Z",
                "CAST('2026-03-31' AS timestamp) - INTERVAL '1' MONTH | 2026-02-28T00:00:00Z"
            })
    void timeTravelWorksOutItsInstant(String expression, String instant) {
        assertThatThrownBy(() -> LAKE.query("SELECT * FROM orders FOR TIMESTAMP AS OF " + expression))
                .isInstanceOf(PlannerException.UnknownVersion.class)
                .hasMessageContaining("AsOf[instant=" + Instant.parse(instant) + "]");
    }

    private static TableVersion versionOf(String sql) {
        return LAKE.query(sql).tables().getFirst().version();
    }

    @Test
    void filesAreTables() {
        Lake lake = LAKE.describing(
                source -> List.of(Column.optional(1, source.format().name(), new ColumnType.LongType())));

        assertThat(lake.query("SELECT x.parquet FROM 'data/x.parquet'").columnNames())
                .containsExactly("parquet");
        assertThat(lake.query("SELECT * FROM read_csv(ARRAY['a.csv', 'b.csv'], header => true, delimiter => ';') f")
                        .files())
                .singleElement()
                .extracting(files -> files.source())
                .isEqualTo(new FileSource(
                        FileSource.Format.CSV, List.of("a.csv", "b.csv"), Map.of("header", "true", "delimiter", ";")));
        assertThatThrownBy(() -> lake.query("SELECT * FROM 'data/x.unknown'"))
                .isInstanceOf(PlannerException.InvalidStatement.class);
    }
}
