package io.sqe.executor.lowering;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sqe.fragment.v1.Correlate;
import io.sqe.fragment.v1.IcebergRead;
import io.sqe.fragment.v1.RecursiveReference;
import io.sqe.function.FunctionDeclaration.Stability;
import io.substrait.proto.Expression;
import io.substrait.proto.Rel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the sub-plans that a plan holds more than once. A planner writes out a WITH query at each place that names it; here it
 * becomes one again.
 *
 * <p>Only what a person could have written as a query of its own is shared: a join alone never is, since its conditions may
 * stand above it. Nor is what depends on a row outside of it, or what is not the same each time.
 */
final class SharedPlans {
    private static final int SEVERAL = 2;

    private final PlanFunctions functions;
    private final Map<Key, Node> nodes = new HashMap<>();
    private final IdentityHashMap<Rel, Node> nodeOf = new IdentityHashMap<>();
    /** Each node behind those that it is made of. */
    private final List<Node> inOrder = new ArrayList<>();

    private SharedPlans(PlanFunctions functions) {
        this.functions = functions;
    }

    static SharedPlans in(Rel root, PlanFunctions functions) {
        var plans = new SharedPlans(functions);
        plans.visit(root).occurrences = 1;
        plans.inOrder.reversed().forEach(Node::countParts);
        return plans;
    }

    /** The sub-plan that a relation is one of several occurrences of. */
    Optional<Node> find(Rel rel) {
        return Optional.ofNullable(nodeOf.get(rel)).filter(Node::isShared);
    }

    /** What a relation and all its equals have in common. */
    Node node(Rel rel) {
        return Objects.requireNonNull(nodeOf.get(rel), "a relation outside of the plan");
    }

    private Node visit(Rel rel) {
        List<Node> inputs = new ArrayList<>();
        for (Rel input : PlanParts.inputs(rel)) {
            inputs.add(visit(input));
        }
        var own = new Own();
        PlanParts.expressions(rel).forEach(expression -> inspect(expression, own));
        Node node = nodes.computeIfAbsent(new Key(anonymous(rel), inputs), _ -> create(rel, inputs, own));
        nodeOf.put(rel, node);
        return node;
    }

    /** Called once for all equal sub-plans. */
    private Node create(Rel rel, List<Node> inputs, Own own) {
        int reach = own.reach;
        boolean isVolatile = own.isVolatile || isRecursive(rel);
        boolean hasWork = own.hasWindow || isWork(rel);
        for (int i = 0; i < inputs.size(); i++) {
            boolean isInside = i == 1 && isCorrelate(rel);
            reach = Math.max(reach, inputs.get(i).reach - (isInside ? 1 : 0));
        }
        for (Node input : inputs) {
            isVolatile |= input.isVolatile;
            hasWork |= input.hasWork;
        }
        for (Node subquery : own.subqueries) {
            isVolatile |= subquery.isVolatile;
            reach = Math.max(reach, subquery.reach - 1);
        }
        List<Node> parts = new ArrayList<>(inputs);
        parts.addAll(own.subqueries);
        Node node = new Node(parts, reach, isVolatile, hasWork, isQuery(rel));
        inOrder.add(node);
        return node;
    }

    private void inspect(Expression expression, Own own) {
        switch (expression.getRexTypeCase()) {
            case SELECTION -> {
                if (expression.getSelection().hasOuterReference()) {
                    int stepsOut = expression.getSelection().getOuterReference().getStepsOut();
                    own.reach = Math.max(own.reach, stepsOut);
                }
            }
            case SCALAR_FUNCTION -> {
                int reference = expression.getScalarFunction().getFunctionReference();
                own.isVolatile |= functions.stability(reference) == Stability.NEVER;
            }
            case WINDOW_FUNCTION -> own.hasWindow = true;
            case SUBQUERY -> own.subqueries.add(visit(PlanParts.relation(expression.getSubquery())));
            default -> {}
        }
        PlanParts.parts(expression).forEach(part -> inspect(part, own));
    }

    /** The relation itself, without the number that tells its scan from others. */
    private static Rel anonymous(Rel rel) {
        if (!rel.hasRead() || !rel.getRead().getExtensionTable().getDetail().is(IcebergRead.class)) {
            return PlanParts.withoutInputs(rel);
        }
        Rel.Builder copy = rel.toBuilder();
        var table = copy.getReadBuilder().getExtensionTableBuilder();
        try {
            IcebergRead read = table.getDetail().unpack(IcebergRead.class);
            table.setDetail(Any.pack(read.toBuilder().clearScan().build()));
        } catch (InvalidProtocolBufferException malformed) {
            throw new LoweringException.Malformed("a read's detail cannot be parsed", malformed);
        }
        return copy.build();
    }

    private static boolean isWork(Rel rel) {
        return switch (rel.getRelTypeCase()) {
            case AGGREGATE, JOIN, CROSS, SET, EXTENSION_MULTI -> true;
            default -> false;
        };
    }

    private static boolean isQuery(Rel rel) {
        return switch (rel.getRelTypeCase()) {
            case AGGREGATE, PROJECT, SET, SORT, FETCH -> true;
            default -> false;
        };
    }

    private static boolean isCorrelate(Rel rel) {
        return rel.getExtensionMulti().getDetail().is(Correlate.class);
    }

    private static boolean isRecursive(Rel rel) {
        return rel.getRead().getExtensionTable().getDetail().is(RecursiveReference.class);
    }

    private record Key(Rel own, List<Node> inputs) {}

    /** What the expressions of one relation hold. */
    private static final class Own {
        private final List<Node> subqueries = new ArrayList<>();
        private int reach;
        private boolean isVolatile;
        private boolean hasWindow;
    }

    /** A sub-plan, however often it occurs; equal only to itself. */
    static final class Node {
        private final List<Node> parts;

        /** How many queries out its references go. */
        private final int reach;

        private final boolean isVolatile;
        private final boolean hasWork;
        private final boolean isQuery;

        /** In how many places the SQL will name it, as far as it matters: none, one or several. */
        private int occurrences;

        private Node(List<Node> parts, int reach, boolean isVolatile, boolean hasWork, boolean isQuery) {
            this.parts = parts;
            this.reach = reach;
            this.isVolatile = isVolatile;
            this.hasWork = hasWork;
            this.isQuery = isQuery;
        }

        /** What is shared is written once, and its parts with it; what is not, in every place. */
        private void countParts() {
            int written = isShared() ? 1 : occurrences;
            parts.forEach(part -> part.occurrences = Math.min(SEVERAL, part.occurrences + written));
        }

        private boolean isShared() {
            return occurrences >= SEVERAL && reach <= 0 && !isVolatile && hasWork && isQuery;
        }
    }
}
