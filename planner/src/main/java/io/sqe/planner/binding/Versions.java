package io.sqe.planner.binding;

import io.sqe.catalog.TableVersion;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TableAtVersion;
import io.sqe.planner.statement.TextSpan;
import java.math.BigDecimal;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.util.NlsString;
import org.jspecify.annotations.Nullable;

/** Reads which version of a table FOR VERSION AS OF or FOR TIMESTAMP AS OF means. */
final class Versions {
    private final ConstantInstants instants;

    Versions(ConstantInstants instants) {
        this.instants = instants;
    }

    TableVersion of(TableAtVersion versioned) {
        return switch (versioned.axis()) {
            case VERSION -> version(versioned.at());
            case TIMESTAMP -> new TableVersion.AsOf(instants.evaluate(versioned.at()));
        };
    }

    private static TableVersion version(SqlNode at) {
        if (at instanceof SqlNumericLiteral number && isLong(number.bigDecimalValue())) {
            return new TableVersion.Snapshot(number.longValue(true));
        }
        if (at instanceof SqlLiteral literal && literal.getValue() instanceof NlsString name) {
            return new TableVersion.Reference(name.getValue());
        }
        throw new PlannerException.InvalidStatement(
                "Cannot tell which version is meant. Write a snapshot's id, or the name of a branch or tag in single quotes.",
                TextSpan.of(at));
    }

    private static boolean isLong(@Nullable BigDecimal value) {
        return value != null && value.scale() <= 0 && value.toBigInteger().bitLength() < Long.SIZE;
    }
}
