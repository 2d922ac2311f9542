package io.sqe.executor.lowering;

import io.substrait.proto.Rel;
import io.substrait.proto.SetRel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes set operations as a table of their own. */
final class SetLowering {
    private final RelationLowering relations;

    SetLowering(RelationLowering relations) {
        this.relations = relations;
    }

    Block lower(SetRel rel, @Nullable Scope outer) {
        Extensions.refuseAll(rel.getCommon(), rel.getAdvancedExtension());
        List<Block> inputs = new ArrayList<>();
        for (Rel input : rel.getInputsList()) {
            inputs.add(relations.lower(input, outer).unordered());
        }
        if (inputs.isEmpty()) {
            throw new LoweringException.Malformed("a set operation has no input");
        }
        String word = word(rel);
        String sql = String.join(word, inputs.stream().map(SetLowering::branch).toList());
        return relations.tableOf(sql, inputs.getFirst().columns());
    }

    /** A branch with a limit, which would otherwise be taken for the whole operation's. */
    private static String branch(Block block) {
        return block.isLimited() ? "(\n" + block.render() + "\n)" : block.render();
    }

    private static String word(SetRel rel) {
        return switch (rel.getOp()) {
            case SET_OP_UNION_ALL -> "\nUNION ALL\n";
            case SET_OP_UNION_DISTINCT -> "\nUNION\n";
            case SET_OP_MINUS_PRIMARY -> "\nEXCEPT\n";
            case SET_OP_MINUS_PRIMARY_ALL -> "\nEXCEPT ALL\n";
            case SET_OP_INTERSECTION_MULTISET -> "\nINTERSECT\n";
            case SET_OP_INTERSECTION_MULTISET_ALL -> "\nINTERSECT ALL\n";
            default -> throw new LoweringException.Unsupported("set operation " + rel.getOp());
        };
    }
}
