package io.sqe.gateway.flight.testing;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
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

/** Sends rows for tables, the way a client does that knows what is on the wire. */
public record Sender(Connected client) {
    public static final Field ID = Field.nullable("id", new ArrowType.Int(64, true));
    public static final Field NAME = Field.nullable("name", new ArrowType.Utf8());

    /** What is to be done with the rows. */
    public enum Mode {
        CREATE(TableNotExistOption.TABLE_NOT_EXIST_OPTION_CREATE, TableExistsOption.TABLE_EXISTS_OPTION_FAIL),
        APPEND(TableNotExistOption.TABLE_NOT_EXIST_OPTION_FAIL, TableExistsOption.TABLE_EXISTS_OPTION_APPEND),
        REPLACE(TableNotExistOption.TABLE_NOT_EXIST_OPTION_CREATE, TableExistsOption.TABLE_EXISTS_OPTION_REPLACE),
        CREATE_OR_APPEND(
                TableNotExistOption.TABLE_NOT_EXIST_OPTION_CREATE, TableExistsOption.TABLE_EXISTS_OPTION_APPEND);

        private final TableNotExistOption missing;
        private final TableExistsOption there;

        Mode(TableNotExistOption missing, TableExistsOption there) {
            this.missing = missing;
            this.there = there;
        }
    }

    public static CommandStatementIngest command(String table, Mode mode) {
        return CommandStatementIngest.newBuilder()
                .setTable(table)
                .setTableDefinitionOptions(TableDefinitionOptions.newBuilder()
                        .setIfNotExist(mode.missing)
                        .setIfExists(mode.there))
                .build();
    }

    /** One batch of names; answers how many rows the service has taken. */
    public long names(String table, Mode mode, String... names) {
        return rows(command(table, mode), List.of(NAME), sending -> {
            VarCharVector vector = (VarCharVector) sending.batch().getVector(0);
            for (int row = 0; row < names.length; row++) {
                vector.setSafe(row, new Text(names[row]));
            }
            sending.batch().setRowCount(names.length);
            sending.listener().putNext();
        });
    }

    /** Batches of numbers. */
    public long numbers(String table, Mode mode, int rows, int batches) {
        return rows(command(table, mode), List.of(ID), sending -> {
            BigIntVector vector = (BigIntVector) sending.batch().getVector(0);
            vector.allocateNew(rows);
            for (int row = 0; row < rows; row++) {
                vector.set(row, row);
            }
            sending.batch().setRowCount(rows);
            for (int batch = 0; batch < batches; batch++) {
                sending.listener().putNext();
            }
        });
    }

    /** Whatever is sent. */
    public long rows(CommandStatementIngest command, List<Field> columns, Consumer<Sending> send) {
        FlightDescriptor descriptor = FlightDescriptor.command(Any.pack(command).toByteArray());
        try (VectorSchemaRoot batch = VectorSchemaRoot.create(new Schema(columns), client.allocator());
                SyncPutListener answers = new SyncPutListener()) {
            ClientStreamListener listener = client.flight().startPut(descriptor, batch, answers, client.login());
            send.accept(new Sending(batch, listener));
            listener.completed();
            listener.getResult();
            try (PutResult answer = answers.read()) {
                return DoPutUpdateResult.parseFrom(
                                answer.getApplicationMetadata().nioBuffer())
                        .getRecordCount();
            }
        } catch (InterruptedException | ExecutionException | InvalidProtocolBufferException failure) {
            throw CallStatus.INTERNAL.withCause(failure).toRuntimeException();
        }
    }

    /** A stream on its way. */
    public record Sending(VectorSchemaRoot batch, ClientStreamListener listener) {}
}
