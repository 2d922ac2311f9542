package io.sqe.substrait.translation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.calcite.rel.core.CorrelationId;

/** Which rows around a subquery its expressions can see, and how many subqueries lie between. */
final class OuterScopes {
    private final Map<CorrelationId, Integer> depths = new HashMap<>();
    private int depth;
    private long references;

    /** The rows that these ids name are those of the relation now being translated. */
    void define(Collection<CorrelationId> ids) {
        ids.forEach(id -> depths.put(id, depth));
    }

    <T> T insideSubquery(Supplier<T> translation) {
        depth++;
        try {
            return translation.get();
        } finally {
            depth--;
        }
    }

    /** Substrait's {@code steps_out} from here to the row that the id names. */
    int stepsOut(CorrelationId id) {
        references++;
        Integer defined = depths.get(id);
        if (defined == null || defined >= depth) {
            throw new TranslationException.Unsupported("a reference to a row outside of the subquery (" + id + ")");
        }
        return depth - defined;
    }

    /** How many references to outer rows were translated so far. */
    long references() {
        return references;
    }
}
