package io.sqe.substrait.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.ColumnType.LongType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.scan.DeleteFile;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.catalog.scan.ScanPlan.SchemaHistory;
import io.sqe.catalog.scan.ScanTask;
import io.sqe.fragment.v1.Constant;
import io.sqe.fragment.v1.Field;
import io.sqe.fragment.v1.IcebergRead;
import io.sqe.planner.binding.BoundTable;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.substrait.testing.TestPlans;
import io.sqe.substrait.translation.SubstraitJson;
import io.sqe.substrait.translation.SubstraitPlan;
import io.sqe.substrait.translation.SubstraitTranslator;
import io.substrait.proto.Rel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FileListsTest {
    private final TestPlans plans = TestPlans.tpch();

    @Test
    void everyTableIsReplacedByItsFilesThoseInSubqueriesIncluded() {
        SecuredPlan secured = plans.plan("""
                SELECT n_name FROM nation
                WHERE n_regionkey IN (SELECT r_regionkey FROM region)
                   OR EXISTS (SELECT 1 FROM supplier WHERE s_nationkey = n_nationkey AND s_suppkey > ALL (SELECT o_custkey FROM orders))
                   OR (SELECT count(*) FROM customer) > CASE WHEN n_nationkey = (SELECT max(p_size) FROM part) THEN 1 ELSE 2 END
                """);
        String json = SubstraitJson.of(bind(secured, this::scanOf).message().toByteString());
        assertThat(json).doesNotContain("namedTable");
        assertThat(json)
                .contains("memory:nation/1", "memory:region/1", "memory:supplier/1")
                .contains("memory:orders/1", "memory:customer/1", "memory:part/1");
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
    void aDeleteFileIsListedOnce() throws Exception {
        DeleteFile shared = new DeleteFile.EqualityDeletes("memory:eq", 3, List.of(1));
        DeleteFile vector = new DeleteFile.DeletionVector("memory:dv", 4, 40, 2);
        SecuredPlan secured = plans.plan("SELECT n_name FROM nation");
        IcebergRead read =
                read(bind(secured, table -> scanOf(table, List.of(List.of(shared), List.of(shared, vector)))));
        assertThat(read.getDeletesList()).hasSize(2);
        assertThat(read.getFiles(0).getDeletesList()).containsExactly(0);
        assertThat(read.getFiles(1).getDeletesList()).containsExactly(0, 1);
        assertThat(read.getDeletes(1).getVector().getOffsetBytes()).isEqualTo(4);
        assertThat(read.getFiles(0).getConstantsMap())
                .containsEntry(1, Constant.newBuilder().setNull(true).build())
                .containsEntry(2, Constant.newBuilder().setInteger(7).build());
    }

    private static SubstraitPlan bind(SecuredPlan secured, Function<BoundTable, ScanPlan> scans) {
        Map<Integer, ScanPlan> planned = secured.tables().stream().collect(Collectors.toMap(BoundTable::scan, scans));
        return new SubstraitTranslator().translate(secured, new FileLists(planned));
    }

    private ScanPlan scanOf(BoundTable table) {
        return scanOf(table, List.of(List.of()));
    }

    /** One file for each list of deletes. */
    private static ScanPlan scanOf(BoundTable table, List<List<DeleteFile>> deletes) {
        List<ScanTask> tasks = new ArrayList<>();
        for (List<DeleteFile> ofFile : deletes) {
            tasks.add(new ScanTask(
                    table.metadata().location() + "/" + (tasks.size() + 1),
                    ScanTask.FileFormat.PARQUET,
                    100,
                    10,
                    Map.of(1, Optional.empty(), 2, Optional.of(new Literal(new LongType(), 7L))),
                    Optional.empty(),
                    ofFile));
        }
        return new ScanPlan(table.metadata(), SchemaHistory.UNCHANGED, tasks, 5, 500);
    }

    /** The only read of a plan, below one projection. */
    private static IcebergRead read(SubstraitPlan plan) throws Exception {
        Rel root = plan.message().getRelations(0).getRoot().getInput();
        return root.getProject()
                .getInput()
                .getRead()
                .getExtensionTable()
                .getDetail()
                .unpack(IcebergRead.class);
    }
}
