package io.sqe.gateway.query;

import io.sqe.executor.ArrowStream;
import io.sqe.gateway.failure.QueryException;
import io.sqe.planner.parameter.WriteTarget;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows that a client sends for a table. They land together or not at all, and none is asked for before the rights and the columns
 * are known to be right.
 *
 * @param rows read once, by the reader of the query, while it waits for the query's row; closed by whoever opened them. What they
 *     throw should be a {@link QueryException}. Interrupting their reader ends its waiting
 */
public record Ingestion(WriteTarget target, ArrowStream rows) implements QueryInput {

    @Override
    public String text() {
        return "INGEST INTO "
                + Stream.of(target.catalog().stream(), target.schema().stream(), Stream.of(target.table()))
                        .flatMap(parts -> parts)
                        .map(part -> '"' + part.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining("."));
    }
}
