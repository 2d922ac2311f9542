package io.sqe.gateway.flight.stream;

import io.sqe.executor.ArrowStream;
import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** Rows that a client sends, columns that it has encoded by a dictionary decoded. Everything that goes wrong is a {@link QueryException}. */
public final class SentBatches implements ArrowStream {
    private final FlightStream sent;
    private final ClientWaits waits;
    private final Schema schema;
    private boolean isFirstTaken;
    private boolean hasNext;
    private final List<FieldVector> owned = new ArrayList<>();
    private @Nullable VectorSchemaRoot current;

    private SentBatches(FlightStream sent, ClientWaits waits, Schema schema, boolean hasFirst) {
        this.hasNext = hasFirst;
        this.sent = sent;
        this.waits = waits;
        this.schema = schema;
    }

    /** Waits for the columns and the first rows. The caller closes what comes back, and the call ends the client's stream. */
    public static SentBatches open(FlightStream sent, ClientWaits waits) {
        boolean hasFirst = next(sent, waits);
        try {
            // Arrow would wait for columns that do not come.
            if (!sent.hasRoot()) {
                throw new IllegalArgumentException("No schema was sent");
            }
            List<Field> fields = sent.getSchema().getFields().stream()
                    .map(field -> isEncoded(field) ? values(dictionary(sent, field), field) : field)
                    .toList();
            return new SentBatches(sent, waits, new Schema(fields), hasFirst);
        } catch (RuntimeException failure) {
            throw told(failure);
        }
    }

    private static boolean isEncoded(Field field) {
        return field.getDictionary() != null;
    }

    private static Dictionary dictionary(FlightStream sent, Field field) {
        Dictionary dictionary =
                sent.getDictionaryProvider().lookup(field.getDictionary().getId());
        if (dictionary == null) {
            throw new IllegalArgumentException("A column's dictionary is not defined");
        }
        return dictionary;
    }

    private static Field values(Dictionary dictionary, Field column) {
        Field values = dictionary.getVector().getField();
        return new Field(
                column.getName(),
                new FieldType(true, values.getType(), null, column.getMetadata()),
                values.getChildren());
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public boolean loadNext() {
        clear();
        if (isFirstTaken) {
            hasNext = hasNext && next(sent, waits);
        }
        isFirstTaken = true;
        if (!hasNext) {
            return false;
        }
        VectorSchemaRoot batch = decoded(sent, owned);
        current = new VectorSchemaRoot(schema.getFields(), batch.getFieldVectors(), batch.getRowCount());
        return true;
    }

    /**
     * Whether there is another batch; it is in the stream's root then.
     *
     * @throws QueryException if it is damaged, too large or does not come
     */
    public static boolean next(FlightStream sent, ClientWaits waits) {
        try {
            return waits.await(sent::next);
        } catch (RuntimeException failure) {
            throw told(failure);
        }
    }

    /**
     * The batch in the stream's root, with values in the place of a dictionary's indices.
     *
     * @param owned takes the columns that the caller closes
     */
    public static VectorSchemaRoot decoded(FlightStream sent, List<FieldVector> owned) {
        try {
            VectorSchemaRoot batch = sent.getRoot();
            List<FieldVector> columns = new ArrayList<>();
            for (FieldVector column : batch.getFieldVectors()) {
                if (isEncoded(column.getField())) {
                    FieldVector values =
                            (FieldVector) DictionaryEncoder.decode(column, dictionary(sent, column.getField()));
                    owned.add(values);
                    columns.add(values);
                } else {
                    columns.add(column);
                }
            }
            return new VectorSchemaRoot(
                    columns.stream().map(FieldVector::getField).toList(), columns, batch.getRowCount());
        } catch (RuntimeException failure) {
            throw told(failure);
        }
    }

    /** What a client's program can act on; what Arrow makes of damaged messages has no type of its own. */
    private static RuntimeException told(RuntimeException failure) {
        return switch (failure) {
            case QueryException told -> told;
            case CallRefusedException refused ->
                exception(ErrorCode.RESOURCE_EXHAUSTED, String.valueOf(refused.getMessage()), refused);
            case FlightRuntimeException flight
            when flight.status().code() == FlightStatusCode.CANCELLED ->
                exception(ErrorCode.QUERY_CANCELLED, "The client has left before the end of its rows.", flight);
            case OutOfMemoryException tooLarge ->
                exception(
                        ErrorCode.RESOURCE_EXHAUSTED,
                        "The batches that are being received take more memory than they may (received-bytes-max). Send"
                                + " smaller ones.",
                        tooLarge);
            default ->
                exception(
                        ErrorCode.INVALID_ARGUMENTS,
                        "What was sent is no batch of the columns that were announced.",
                        failure);
        };
    }

    private static QueryException exception(ErrorCode code, String message, Throwable cause) {
        return new QueryException(code, message, Optional.empty(), cause);
    }

    @Override
    public VectorSchemaRoot batch() {
        if (current == null) {
            throw new IllegalStateException("No batch is loaded");
        }
        return current;
    }

    private void clear() {
        current = null;
        owned.forEach(FieldVector::close);
        owned.clear();
    }

    @Override
    public void close() {
        clear();
    }
}
