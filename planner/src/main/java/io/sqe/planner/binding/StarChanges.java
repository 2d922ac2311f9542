package io.sqe.planner.binding;

import io.sqe.planner.statement.NearestName;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.StarChange;
import io.sqe.planner.statement.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Writes out the stars of a select list that leave out or replace columns. */
final class StarChanges {

    private StarChanges() {}

    /** The list with each changed star written out; the function says what a plain star stands for. */
    static SqlNodeList applyTo(SqlNodeList items, Function<List<SqlNode>, SqlNodeList> expansion) {
        if (items.stream().noneMatch(StarChange.class::isInstance)) {
            return items;
        }
        var plain = new SqlNodeList(items.getParserPosition());
        for (SqlNode item : items) {
            if (item instanceof StarChange change) {
                columns(change, expansion.apply(List.of(change.star()))).forEach(plain::add);
            } else {
                plain.add(item);
            }
        }
        return plain;
    }

    private static List<SqlNode> columns(StarChange change, SqlNodeList star) {
        List<String> names = star.stream().map(StarChanges::nameOf).toList();
        change.excluded().forEach(excluded -> requireOneOf(names, excluded));
        change.replacements().forEach(replacement -> requireOneOf(names, aliasOf(replacement)));
        List<SqlNode> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean excluded = change.excluded().stream()
                    .anyMatch(other -> other.getSimple().equalsIgnoreCase(name));
            if (!excluded) {
                columns.add(replacement(change, name).orElse(star.get(i)));
            }
        }
        return columns;
    }

    private static Optional<SqlNode> replacement(StarChange change, String name) {
        return change.replacements().stream()
                .filter(replacement -> aliasOf(replacement).getSimple().equalsIgnoreCase(name))
                .findFirst();
    }

    private static void requireOneOf(List<String> names, SqlIdentifier wanted) {
        if (names.stream().noneMatch(wanted.getSimple()::equalsIgnoreCase)) {
            throw new PlannerException.UnknownColumn(
                    wanted.getSimple(), NearestName.of(wanted.getSimple(), names), TextSpan.of(wanted));
        }
    }

    private static SqlIdentifier aliasOf(SqlNode replacement) {
        return ((SqlCall) replacement).operand(1);
    }

    private static String nameOf(SqlNode item) {
        return switch (item) {
            case SqlIdentifier column -> column.names.getLast();
            case SqlCall call when call.getKind() == SqlKind.AS -> aliasOf(call).getSimple();
            default -> "";
        };
    }
}
