package io.sqe.planner.pruning;

import io.sqe.catalog.Column;
import io.sqe.catalog.Literal;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanPredicate.Comparison;
import java.util.Optional;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;

/**
 * What a LIKE pattern says of how a text begins.
 *
 * @param isWhole whether nothing may follow
 */
record LikePrefix(String text, boolean isWhole) {

    /** Of a constant pattern, with a constant escape character if there is one. */
    static Optional<LikePrefix> of(RexCall like) {
        Optional<String> pattern = text(like.getOperands().get(1));
        return switch (like.getOperands().size()) {
            case 2 -> pattern.flatMap(known -> read(known, Optional.empty()));
            case 3 ->
                pattern.flatMap(known -> text(like.getOperands().get(2))
                        .filter(escape -> escape.codePointCount(0, escape.length()) == 1)
                        .flatMap(escape -> read(known, Optional.of(escape))));
            default -> Optional.empty();
        };
    }

    /** Nothing if the pattern escapes what it may not: the engine says so when the query runs. */
    private static Optional<LikePrefix> read(String pattern, Optional<String> escape) {
        StringBuilder prefix = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            boolean isEscaped = escape.filter(pattern.substring(at)::startsWith).isPresent();
            at += isEscaped ? escape.get().length() : 0;
            String next = at < pattern.length() ? Character.toString(pattern.codePointAt(at)) : "";
            boolean isWildcard = next.equals("%") || next.equals("_");
            if (isEscaped && !isWildcard && !next.equals(escape.get())) {
                return Optional.empty();
            }
            if (isWildcard && !isEscaped) {
                return Optional.of(new LikePrefix(prefix.toString(), false));
            }
            prefix.append(next);
            at += next.length();
        }
        return Optional.of(new LikePrefix(prefix.toString(), true));
    }

    /** What must be true of a column of texts that match. */
    ScanPredicate over(Column column) {
        if (isWhole) {
            return new ScanPredicate.Compare(column.fieldId(), Comparison.EQUAL, new Literal(column.type(), text));
        }
        return text.isEmpty() ? new ScanPredicate.True() : new ScanPredicate.StartsWith(column.fieldId(), text);
    }

    private static Optional<String> text(RexNode node) {
        return Constants.of(node).orElse(new Constant.Null()) instanceof Constant.Text(String text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
