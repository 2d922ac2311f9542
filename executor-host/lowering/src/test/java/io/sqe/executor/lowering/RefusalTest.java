package io.sqe.executor.lowering;

import static io.sqe.executor.lowering.PlanBuilding.field;
import static io.sqe.executor.lowering.PlanBuilding.filter;
import static io.sqe.executor.lowering.PlanBuilding.project;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.FragmentId;
import io.sqe.fragment.QueryId;
import io.sqe.fragment.v1.SecurityBarrier;
import io.sqe.function.FunctionCatalogue;
import io.substrait.proto.AdvancedExtension;
import io.substrait.proto.Expression;
import io.substrait.proto.FilterRel;
import io.substrait.proto.ReadRel;
import io.substrait.proto.Rel;
import io.substrait.proto.RelCommon;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not understood is refused. */
class RefusalTest {
    private final PlanBuilding plans = new PlanBuilding();

    @Test
    void aFunctionThatTheCatalogueLacks() {
        Rel plan = project(plans.table("a"), 2, plans.call("arithmetic/frobnicate", PlanTypes.I64, field(0)));

        assertThatThrownBy(() -> plans.sql(plan, "f"))
                .isInstanceOf(LoweringException.UnknownFunction.class)
                .hasMessageContaining("frobnicate");
    }

    @Test
    void anEnhancementThatNobodyKnows() {
        var unknown = AdvancedExtension.newBuilder()
                .setEnhancement(Any.newBuilder().setTypeUrl("type.googleapis.com/other.Secret"));
        Rel plan = Rel.newBuilder()
                .setFilter(FilterRel.newBuilder()
                        .setCommon(RelCommon.newBuilder().setAdvancedExtension(unknown))
                        .setInput(plans.table("a"))
                        .setCondition(plans.equal(field(0), field(1))))
                .build();

        assertThatThrownBy(() -> plans.sql(plan, "x", "y"))
                .isInstanceOf(LoweringException.Unsupported.class)
                .hasMessageContaining("other.Secret");
    }

    @Test
    void aSecurityBarrierAnywhereButOnAFilter() {
        var barrier = AdvancedExtension.newBuilder().setEnhancement(Any.pack(SecurityBarrier.getDefaultInstance()));
        Rel filtered = filter(plans.table("a"), plans.equal(field(0), field(1)));
        Rel plan = filtered.toBuilder()
                .setFilter(filtered.getFilter().toBuilder().setAdvancedExtension(barrier))
                .build();

        assertThatThrownBy(() -> plans.sql(plan, "x", "y")).isInstanceOf(LoweringException.Unsupported.class);
    }

    @Test
    void aTableThatIsNotBoundToItsFiles() {
        Rel plan = Rel.newBuilder()
                .setRead(ReadRel.newBuilder()
                        .setNamedTable(ReadRel.NamedTable.newBuilder().addNames("t")))
                .build();

        assertThatThrownBy(() -> plans.sql(plan)).isInstanceOf(LoweringException.Unsupported.class);
    }

    @Test
    void aReferenceToAColumnThatIsNotThere() {
        Expression beyond = plans.equal(field(0), field(7));

        assertThatThrownBy(() -> plans.sql(filter(plans.table("a"), beyond), "x", "y"))
                .isInstanceOf(LoweringException.Malformed.class);
    }

    @Test
    void bytesThatAreNoPlan() {
        var fragment = new Fragment(
                new FragmentId(new QueryId("q"), 0), ByteString.copyFromUtf8("no plan"), new Fragment.Output.Stream());

        assertThatThrownBy(() ->
                        new Lowering(FunctionCatalogue.standard()).lower(fragment, _ -> Map.of(), HeldTables.NONE))
                .isInstanceOf(LoweringException.Malformed.class);
    }
}
