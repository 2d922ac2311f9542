package io.sqe.substrait.translation;

import io.sqe.planner.securing.SecuredPlan;
import io.substrait.proto.Plan;
import io.substrait.proto.PlanRel;
import io.substrait.proto.Rel;
import io.substrait.proto.RelRoot;
import io.substrait.proto.Version;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataTypeField;

/** Says a secured plan in Substrait. Holds no state: one serves all threads. */
public final class SubstraitTranslator {
    private static final Version VERSION = Version.newBuilder()
            .setMajorNumber(0)
            .setMinorNumber(87)
            .setPatchNumber(0)
            .setProducer("SQE")
            .build();

    /**
     * The plan in Substrait.
     *
     * @throws TranslationException if it has a part that cannot be said
     */
    public SubstraitPlan translate(SecuredPlan secured) {
        RelNode root = secured.root();
        Translation translation = new Translation(root.getCluster());
        Rel rel = translation.relation(root);
        Plan.Builder plan = Plan.newBuilder()
                .setVersion(VERSION)
                .addRelations(PlanRel.newBuilder()
                        .setRoot(RelRoot.newBuilder().setInput(rel).addAllNames(names(secured))));
        translation.references().declareIn(plan);
        return new SubstraitPlan(plan.build());
    }

    private static List<String> names(SecuredPlan secured) {
        List<String> names = new ArrayList<>();
        List<RelDataTypeField> fields = secured.rowType().getFieldList();
        for (int i = 0; i < fields.size(); i++) {
            RelTypeToSubstrait.addNames(
                    secured.columnNames().get(i), fields.get(i).getType(), names);
        }
        return names;
    }
}
