package io.sqe.gateway.flight.statement;

import io.sqe.gateway.query.Ingestion;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.SqlText;
import io.sqe.gateway.query.SubstraitQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** How much there is of what a client wants run, and of what it is told of that. */
final class MessageSize {
    /** Of a field without its name: its objects, lists and type. */
    private static final int FIELD_BYTES = 256;

    private MessageSize() {}

    /** Bytes of the statement itself; rows that are sent with it are counted as they come. */
    static int of(QueryInput input) {
        return switch (input) {
            case SqlText(String sql) -> sql.getBytes(StandardCharsets.UTF_8).length;
            case SubstraitQuery query -> query.size();
            case Ingestion _ -> 0;
        };
    }

    /** About what a description takes in memory: a short text may have very many columns. */
    static long of(Schema schema) {
        return of(schema.getFields());
    }

    private static long of(List<Field> fields) {
        long bytes = 0;
        for (Field field : fields) {
            bytes += FIELD_BYTES + 2L * field.getName().length() + of(field.getChildren());
        }
        return bytes;
    }
}
