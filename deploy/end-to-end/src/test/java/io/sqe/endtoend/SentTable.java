package io.sqe.endtoend;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.CallOptions;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightClient.ClientStreamListener;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.PutResult;
import org.apache.arrow.flight.SyncPutListener;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementIngest;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementIngest.TableDefinitionOptions;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementIngest.TableDefinitionOptions.TableExistsOption;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementIngest.TableDefinitionOptions.TableNotExistOption;
import org.apache.arrow.flight.sql.impl.FlightSql.DoPutUpdateResult;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.Text;

/**
 * Rows ({@code id}, {@code name}, {@code region}) on their way into a table, sent a batch at a time. Whoever opens it closes it; the
 * stream ends when it is finished and not before.
 */
record SentTable(VectorSchemaRoot batch, SyncPutListener answers, ClientStreamListener stream)
        implements AutoCloseable {
    private static final Schema SCHEMA = new Schema(List.of(
            Field.nullable("id", new ArrowType.Int(64, true)),
            Field.nullable("name", new ArrowType.Utf8()),
            Field.nullable("region", new ArrowType.Utf8())));

    /** After it a client gives up: a server that waits for more of what it should refuse is a failure, and no wait without end. */
    private static final long PATIENCE_SECONDS = 240;

    /** What is to be done with the rows. */
    enum Mode {
        APPEND(TableNotExistOption.TABLE_NOT_EXIST_OPTION_FAIL, TableExistsOption.TABLE_EXISTS_OPTION_APPEND),
        CREATE(TableNotExistOption.TABLE_NOT_EXIST_OPTION_CREATE, TableExistsOption.TABLE_EXISTS_OPTION_FAIL),
        CREATE_OR_APPEND(
                TableNotExistOption.TABLE_NOT_EXIST_OPTION_CREATE, TableExistsOption.TABLE_EXISTS_OPTION_APPEND),
        REPLACE(TableNotExistOption.TABLE_NOT_EXIST_OPTION_CREATE, TableExistsOption.TABLE_EXISTS_OPTION_REPLACE);

        private final TableNotExistOption missing;
        private final TableExistsOption there;

        Mode(TableNotExistOption missing, TableExistsOption there) {
            this.missing = missing;
            this.there = there;
        }
    }

    /** Begins to send; the table's name is {@code schema.table}. */
    static SentTable open(FlightCalls client, String table, Mode mode) {
        String[] name = table.split("\\.", 2);
        CommandStatementIngest command = CommandStatementIngest.newBuilder()
                .setSchema(name[0])
                .setTable(name[1])
                .setTableDefinitionOptions(TableDefinitionOptions.newBuilder()
                        .setIfNotExist(mode.missing)
                        .setIfExists(mode.there))
                .build();
        FlightDescriptor descriptor = FlightDescriptor.command(Any.pack(command).toByteArray());
        VectorSchemaRoot batch = VectorSchemaRoot.create(SCHEMA, client.allocator());
        var answers = new SyncPutListener();
        CallOption patience = CallOptions.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return new SentTable(
                batch, answers, client.flight().startPut(descriptor, batch, answers, client.login(), patience));
    }

    /** Sends everything; answers how many rows the server says it has written. */
    static long send(FlightCalls client, String table, Mode mode, String... rows) {
        try (SentTable sent = open(client, table, mode)) {
            sent.put(rows);
            return sent.finish();
        }
    }

    /** Sends one batch; a row is {@code id|name|region}. */
    void put(String... rows) {
        for (int row = 0; row < rows.length; row++) {
            String[] values = rows[row].split("\\|");
            ((BigIntVector) batch.getVector(0)).setSafe(row, Long.parseLong(values[0]));
            ((VarCharVector) batch.getVector(1)).setSafe(row, new Text(values[1]));
            ((VarCharVector) batch.getVector(2)).setSafe(row, new Text(values[2]));
        }
        batch.setRowCount(rows.length);
        stream.putNext();
    }

    /** Ends the rows; answers how many the server says it has written. */
    long finish() {
        stream.completed();
        awaitEnd();
        try (PutResult answer = answers.read()) {
            return DoPutUpdateResult.parseFrom(answer.getApplicationMetadata().nioBuffer())
                    .getRecordCount();
        } catch (InterruptedException | ExecutionException | InvalidProtocolBufferException failure) {
            throw CallStatus.INTERNAL.withCause(failure).toRuntimeException();
        }
    }

    /** Waits until the server has ended the call, whether or not there are more rows to come. */
    void awaitEnd() {
        stream.getResult();
    }

    @Override
    public void close() {
        answers.close();
        batch.close();
    }
}
