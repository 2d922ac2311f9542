package io.sqe.gateway.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableSchema;
import io.sqe.catalog.scan.FileScan;
import io.sqe.executor.OperatorProfile;
import io.sqe.gateway.explain.AnalyzedQuery.Audience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OperatorTreeTest {
    private static final OperatorProfile ORDERS = new OperatorProfile(
            "TABLE_SCAN",
            Duration.ofMillis(90),
            99_989,
            0,
            Map.of(
                    "Projections", "total\nid",
                    "Filters", "(id > 900010)",
                    "row_groups_read", "2",
                    "row_groups_total", "10"),
            List.of());
    private static final OperatorProfile NATIONS =
            new OperatorProfile("TABLE_SCAN", Duration.ZERO, 7, 0, Map.of("Projections", "id"), List.of());
    private static final OperatorProfile QUERY = new OperatorProfile(
            "RESULT_COLLECTOR",
            Duration.ofMillis(1),
            0,
            4_096,
            Map.of(),
            List.of(new OperatorProfile(
                    "HASH_JOIN",
                    Duration.ofMillis(10),
                    99_000,
                    0,
                    Map.of("Join Type", "INNER", "Conditions", "id = id"),
                    List.of(ORDERS, NATIONS))));
    private static final List<FileScan> TABLES = List.of(scan("orders", "id", "total"), scan("nations", "id", "name"));

    @Test
    void operatorsStandWithTheirFiguresAndWhatTheyAreAbout() {
        assertThat(OperatorTree.lines(QUERY, TABLES, Audience.UNRESTRICTED))
                .containsExactly(
                        "Hash join                     99,000 rows  10.0 ms   10%  inner; on id = id",
                        "├─ Scan of lake.main.orders   99,989 rows  90.0 ms   90%  where (id > 900010);"
                                + " 2 of 10 row groups read, 8 pruned",
                        "└─ Scan of lake.main.nations       7 rows   0.0 ms    0%");
    }

    @Test
    void tableThatMayBeAnotherIsNotNamed() {
        List<FileScan> alike = List.of(scan("orders", "id", "total"), scan("copies", "id", "total"));

        assertThat(OperatorTree.lines(ORDERS, alike, Audience.UNRESTRICTED))
                .singleElement()
                .asString()
                .startsWith("Scan  99,989 rows");
    }

    @Test
    void whoSeesTablesInPartIsToldNoRowsAndNoFilters() {
        List<String> lines = OperatorTree.lines(QUERY, TABLES, Audience.RESTRICTED);

        assertThat(lines).hasSize(3);
        assertThat(String.join("\n", lines))
                .contains("Scan of lake.main.orders")
                .doesNotContain("900010")
                .doesNotContain("99,989")
                .doesNotContain("row group");
    }

    private static FileScan scan(String table, String... columns) {
        List<Column> all = java.util.Arrays.stream(columns)
                .map(name -> Column.optional(0, name, new ColumnType.LongType()))
                .toList();
        return new FileScan(
                new TableMetadata(
                        TableName.of("lake", "main", table),
                        table,
                        2,
                        "memory:",
                        new TableSchema(0, all),
                        List.of(),
                        Map.of(),
                        OptionalLong.empty(),
                        OptionalLong.empty()),
                FileScan.SchemaHistory.UNCHANGED,
                List.of(),
                0,
                0,
                Map.of());
    }
}
