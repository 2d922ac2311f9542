package io.sqe.planner;

import io.sqe.catalog.TableName;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.SqlExpression;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Decides by table name, for everyone alike; full access where nothing is said. */
final class TablePolicy implements PolicyEngine {
    private final Map<String, TableAccess> reading = new HashMap<>();
    private final Map<String, Set<TableAction>> forbidden = new HashMap<>();

    TablePolicy filter(String table, String... rowFilters) {
        reading.put(table, restricted(List.of(rowFilters), Map.of(), Set.of()));
        return this;
    }

    TablePolicy restrict(String table, List<String> rowFilters, Map<String, String> masks, String... hidden) {
        reading.put(table, restricted(rowFilters, masks, Set.of(hidden)));
        return this;
    }

    TablePolicy deny(String table) {
        reading.put(table, new TableAccess.Denied("secret reason"));
        return this;
    }

    TablePolicy forbid(String table, TableAction... actions) {
        forbidden.put(table, Set.of(actions));
        return this;
    }

    private static TableAccess restricted(List<String> rowFilters, Map<String, String> masks, Set<String> hidden) {
        Map<String, SqlExpression> expressions = new HashMap<>();
        masks.forEach((column, mask) -> expressions.put(column, new SqlExpression(mask)));
        return new TableAccess.Restricted(
                rowFilters.stream().map(SqlExpression::new).toList(), expressions, hidden);
    }

    @Override
    public TableAccess decide(Principal principal, TableName table, TableAction action) {
        TableAccess access = reading.getOrDefault(table.table(), new TableAccess.Full());
        if (forbidden.getOrDefault(table.table(), Set.of()).contains(action)) {
            return new TableAccess.Denied("secret reason");
        }
        boolean reads = Stream.of(TableAction.SELECT, TableAction.DISCOVER).anyMatch(action::equals);
        return reads || access instanceof TableAccess.Denied ? access : new TableAccess.Full();
    }

    @Override
    public String fingerprint(Principal principal) {
        return reading.toString() + forbidden;
    }
}
