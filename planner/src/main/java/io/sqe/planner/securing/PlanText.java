package io.sqe.planner.securing;

import java.util.regex.Pattern;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlExplainLevel;

/** Writes a plan for people: one line a node, its inputs indented below it. */
final class PlanText {
    private static final Pattern NODE_CLASS = Pattern.compile("\\bLogical(?=[A-Z]\\w*\\()");
    private static final Pattern SCAN_NUMBER = Pattern.compile(", #\\d+(?=]])");

    private static final Pattern TEXT_TYPE = Pattern.compile(":VARCHAR CHARACTER SET \"UTF-8\"");

    private PlanText() {}

    static String of(RelNode plan) {
        String text = RelOptUtil.toString(plan, SqlExplainLevel.EXPPLAN_ATTRIBUTES);
        String named =
                SCAN_NUMBER.matcher(NODE_CLASS.matcher(text).replaceAll("")).replaceAll("");
        return TEXT_TYPE.matcher(named).replaceAll("").stripTrailing();
    }
}
