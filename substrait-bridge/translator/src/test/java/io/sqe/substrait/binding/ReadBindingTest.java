package io.sqe.substrait.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType.IntegerType;
import io.sqe.catalog.ColumnType.LongType;
import io.sqe.catalog.ColumnType.StringType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableSchema;
import io.sqe.catalog.scan.DeleteFile;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.FileScan.SchemaHistory;
import io.sqe.catalog.scan.ScanTask;
import io.sqe.fragment.v1.Constant;
import io.sqe.fragment.v1.Field;
import io.sqe.fragment.v1.IcebergRead;
import io.sqe.planner.binding.BoundTable;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.substrait.testing.TestPlans;
import io.sqe.substrait.translation.SubstraitJson;
import io.sqe.substrait.translation.SubstraitTranslator;
import io.substrait.proto.Rel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadBindingTest {
    private final TestPlans plans = TestPlans.tpch();

    @Test
    void everyTableIsReplacedByItsFilesThoseInSubqueriesIncluded() {
        SecuredPlan secured = plans.plan("""
                SELECT n_name FROM nation
                WHERE n_regionkey IN (SELECT r_regionkey FROM region)
                   OR EXISTS (SELECT 1 FROM supplier WHERE s_nationkey = n_nationkey AND s_suppkey > ALL (SELECT o_custkey FROM orders))
                   OR (SELECT count(*) FROM customer) > CASE WHEN n_nationkey = (SELECT max(p_size) FROM part) THEN 1 ELSE 2 END
                """);
        String json = SubstraitJson.print(bind(secured, this::scanOf).message());
        assertThat(json).doesNotContain("namedTable");
        assertThat(json)
                .contains("memory:nation/1", "memory:region/1", "memory:supplier/1")
                .contains("memory:orders/1", "memory:customer/1", "memory:part/1");
    }

    @Test
    void aScanThatWasNotPlannedIsAFault() {
        SecuredPlan secured = plans.plan("SELECT * FROM nation");
        assertThatThrownBy(() -> ReadBinding.bind(new SubstraitTranslator().translate(secured), Map.of()))
                .hasMessageContaining("Scan 0");
    }

    @Test
    void columnsAreMatchedByNameWithTheSchemaOfTheVersion() throws Exception {
        SecuredPlan secured = plans.plan("SELECT n_name FROM nation");
        Column key = Column.optional(11, "n_nationkey", new LongType());
        Column name = new Column(
                12,
                "N_NAME",
                new StringType(),
                Column.Presence.REQUIRED,
                Optional.empty(),
                Optional.of(new Literal(new StringType(), "none")),
                Optional.empty());
        Column region = Column.optional(13, "n_regionkey", new IntegerType());
        Column comment = Column.optional(14, "n_comment", new StringType());
        Column added = Column.optional(15, "n_added", new StringType());
        List<Column> columns = List.of(comment, name, key, region, added);
        IcebergRead read = read(bind(secured, table -> scanOf(table, columns, List.of())));
        assertThat(read.getColumnsList()).extracting(Field::getId).containsExactly(11, 12, 13, 14);
        assertThat(read.getColumns(1))
                .isEqualTo(Field.newBuilder()
                        .setId(12)
                        .setName("N_NAME")
                        .setType("string")
                        .setRequired(true)
                        .setInitialDefault(Constant.newBuilder().setText("none"))
                        .build());
    }

    @Test
    void nestedColumnsKeepTheirFieldIds() throws Exception {
        IcebergRead read = read(bind(plans.plan("SELECT rs FROM types"), this::scanOf));
        Field structs = read.getColumnsList().stream()
                .filter(field -> field.getName().equals("rs"))
                .findFirst()
                .orElseThrow();
        assertThat(structs.getType()).isEqualTo("list");
        assertThat(structs.getChildren(0).getChildrenList())
                .extracting(Field::getId)
                .containsExactly(104, 105);
    }

    @Test
    void aDeleteFileIsListedOnceAndItsColumnsAreRead() throws Exception {
        DeleteFile shared = new DeleteFile.EqualityDeletes("memory:eq", 3, List.of(1, 99));
        DeleteFile vector = new DeleteFile.DeletionVector("memory:dv", 4, 40, 2);
        SecuredPlan secured = plans.plan("SELECT n_name FROM nation");
        IcebergRead read = read(bind(secured, table -> {
            List<Column> columns = new ArrayList<>(table.metadata().schema().columns());
            columns.add(Column.optional(99, "n_hidden", new LongType()));
            return scanOf(table, columns, List.of(List.of(shared), List.of(shared, vector)));
        }));
        assertThat(read.getDeletesList()).hasSize(2);
        assertThat(read.getFiles(0).getDeletesList()).containsExactly(0);
        assertThat(read.getFiles(1).getDeletesList()).containsExactly(0, 1);
        assertThat(read.getDeletes(1).getVector().getOffsetBytes()).isEqualTo(4);
        assertThat(read.getDeleteColumnsList()).extracting(Field::getId).containsExactly(99);
    }

    private static ExecutablePlan bind(SecuredPlan secured, java.util.function.Function<BoundTable, FileScan> scans) {
        return ReadBinding.bind(
                new SubstraitTranslator().translate(secured),
                secured.tables().stream().collect(Collectors.toMap(BoundTable::scan, scans)));
    }

    private FileScan scanOf(BoundTable table) {
        return scanOf(table, table.metadata().schema().columns(), List.of(List.of()));
    }

    /** One file for each list of deletes. */
    private static FileScan scanOf(BoundTable table, List<Column> columns, List<List<DeleteFile>> deletes) {
        TableMetadata metadata = table.metadata();
        List<ScanTask> tasks = new ArrayList<>();
        for (List<DeleteFile> ofFile : deletes) {
            tasks.add(new ScanTask(
                    metadata.location() + "/" + (tasks.size() + 1),
                    ScanTask.FileFormat.PARQUET,
                    100,
                    10,
                    Map.of(1, Optional.empty(), 2, Optional.of(new Literal(new LongType(), 7L))),
                    Optional.empty(),
                    ofFile));
        }
        TableMetadata version = new TableMetadata(
                metadata.name(),
                metadata.uuid(),
                2,
                metadata.location(),
                new TableSchema(1, columns),
                List.of(),
                Map.of(),
                metadata.snapshotId(),
                metadata.rowCount());
        return new FileScan(version, SchemaHistory.UNCHANGED, tasks, 5, 500, Map.of());
    }

    /** The only read of a plan, below one projection. */
    private static IcebergRead read(ExecutablePlan plan) throws Exception {
        Rel root = plan.message().getRelations(0).getRoot().getInput();
        return root.getProject()
                .getInput()
                .getRead()
                .getExtensionTable()
                .getDetail()
                .unpack(IcebergRead.class);
    }
}
