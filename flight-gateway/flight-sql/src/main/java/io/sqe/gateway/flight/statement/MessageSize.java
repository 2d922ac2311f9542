package io.sqe.gateway.flight.statement;

import io.sqe.gateway.query.Ingestion;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.SqlText;
import io.sqe.gateway.query.SubstraitQuery;
import java.nio.charset.StandardCharsets;

/** How much there is of what a client wants run. */
final class MessageSize {
    private MessageSize() {}

    /** Bytes of the statement itself; rows that are sent with it are counted as they come. */
    static int of(QueryInput input) {
        return switch (input) {
            case SqlText(String sql) -> sql.getBytes(StandardCharsets.UTF_8).length;
            case SubstraitQuery query -> query.size();
            case Ingestion _ -> 0;
        };
    }
}
