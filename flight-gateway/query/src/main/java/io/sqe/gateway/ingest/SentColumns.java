package io.sqe.gateway.ingest;

import io.sqe.catalog.ColumnType;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.files.ArrowColumns;
import io.sqe.planner.binding.SentRows.SentColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * The columns of rows that a client sends.
 *
 * @param fields as they were sent
 * @param intakes one for each field that has a type
 */
record SentColumns(List<Field> fields, List<Optional<ColumnIntake>> intakes, List<SentColumn> sent) {

    /** @throws QueryException if there is a column that no table can hold, or none at all */
    static SentColumns of(Schema schema) {
        List<Optional<ColumnIntake>> intakes = new ArrayList<>();
        List<SentColumn> columns = new ArrayList<>();
        for (Field field : schema.getFields()) {
            Optional<ColumnIntake> intake =
                    field.getType() instanceof ArrowType.Null ? Optional.empty() : Optional.of(ColumnIntake.of(field));
            intakes.add(intake);
            columns.add(new SentColumn(field.getName(), intake.map(taken -> type(taken.field()))));
        }
        if (columns.isEmpty()) {
            throw new QueryException(
                    ErrorCode.INVALID_ARGUMENTS,
                    "The rows have no columns. Send at least one.",
                    Optional.empty(),
                    null);
        }
        return new SentColumns(schema.getFields(), intakes, columns);
    }

    private static ColumnType type(Field field) {
        return ArrowColumns.of(new Schema(List.of(field))).getFirst().type();
    }

    /** The columns that are kept; one without a type has nothing to keep. */
    Schema schema() {
        return new Schema(intakes.stream()
                .flatMap(Optional::stream)
                .map(ColumnIntake::field)
                .toList());
    }

    /**
     * The rows of a batch in kept columns; the caller closes it, and the batch sent is empty after that.
     *
     * @throws QueryException if it is a batch of other columns, or damaged
     */
    VectorSchemaRoot checked(VectorSchemaRoot batch, BufferAllocator allocator) {
        if (!batch.getSchema().getFields().equals(fields)) {
            throw new QueryException(
                    ErrorCode.INVALID_ARGUMENTS,
                    "A batch has other columns than the first. Send one schema.",
                    Optional.empty(),
                    null);
        }
        List<FieldVector> kept = new ArrayList<>();
        try {
            for (int column = 0; column < fields.size(); column++) {
                if (intakes.get(column).isPresent()) {
                    kept.add(intakes.get(column).get().take(batch.getVector(column), batch.getRowCount(), allocator));
                }
            }
            return new VectorSchemaRoot(schema().getFields(), kept, batch.getRowCount());
        } catch (RuntimeException failure) {
            kept.forEach(FieldVector::close);
            throw failure;
        }
    }
}
