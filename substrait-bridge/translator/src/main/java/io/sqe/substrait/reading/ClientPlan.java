package io.sqe.substrait.reading;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sqe.planner.binding.SentPlan;
import io.sqe.planner.binding.SentPlanTables;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import io.substrait.SubstraitVersion;
import io.substrait.proto.Plan;
import io.substrait.proto.PlanRel;
import java.io.IOException;

/** A plan that a client sent. What it asks for is built anew from tables of the principal's own; none of its bytes are run. */
public final class ClientPlan implements SentPlan {
    /** The oldest version of Substrait whose plans say what they mean as today's do. */
    public static final String VERSION_MIN = "0.20.0";

    /** The newest version of which every field is known. */
    public static final String VERSION_MAX = SubstraitVersion.VERSION;

    /** Bytes of a plan. Those of TPC-DS have up to a hundredth of it. */
    public static final int BYTES_MAX = 4 << 20;

    /** Messages inside of each other: a relation and its expression take two to five. */
    static final int MESSAGE_DEPTH_MAX = 1_000;

    private final Plan plan;

    private ClientPlan(Plan plan) {
        this.plan = plan;
    }

    /**
     * The plan in the bytes.
     *
     * @throws PlannerException if they are none, too many, or say what is not known here
     */
    public static ClientPlan parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new PlannerException.TooComplex(
                    "Cannot plan the Substrait plan: it has %,d bytes, and %,d are the most. Split it."
                            .formatted(bytes.length, BYTES_MAX),
                    TextSpan.START);
        }
        Plan plan = message(bytes);
        Strictness.check(plan);
        return new ClientPlan(plan);
    }

    private static Plan message(byte[] bytes) {
        CodedInputStream input = CodedInputStream.newInstance(bytes);
        input.setRecursionLimit(MESSAGE_DEPTH_MAX);
        try {
            return Plan.parseFrom(input);
        } catch (InvalidProtocolBufferException garbage) {
            throw Refusals.malformed("its bytes are no message of that kind, or nest more than %,d messages"
                    .formatted(MESSAGE_DEPTH_MAX));
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can be read", impossible);
        }
    }

    @Override
    public Tree over(SentPlanTables tables) {
        PlanRel root = onlyRelation();
        var reading = new Reading(tables, new CalledFunctions(plan));
        try {
            return switch (root.getRelTypeCase()) {
                case ROOT -> reading.tree(root.getRoot());
                case REL -> reading.tree(root.getRel());
                case RELTYPE_NOT_SET -> throw Refusals.malformed("it has no relation");
            };
        } catch (PlannerException told) {
            throw told;
        } catch (RuntimeException | AssertionError unforeseen) {
            // Calcite's own checks of trees are as good as ours, but do not speak to clients.
            PlannerException told = Refusals.malformed("its parts do not fit together");
            told.initCause(unforeseen);
            throw told;
        }
    }

    private PlanRel onlyRelation() {
        if (plan.getRelationsCount() != 1) {
            throw Refusals.unsupported(
                    "%d relations side by side, where there has to be one".formatted(plan.getRelationsCount()));
        }
        return plan.getRelations(0);
    }
}
