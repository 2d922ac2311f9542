package io.sqe.gateway.flight;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.gateway.query.SubstraitQuery;
import java.util.List;
import org.apache.arrow.flight.sql.impl.FlightSql;

/** Reads the protocol's messages, which are packed as {@link Any}. */
final class Commands {
    private static final List<Class<? extends Message>> KNOWN = List.of(
            FlightSql.CommandStatementQuery.class,
            FlightSql.CommandStatementUpdate.class,
            FlightSql.CommandStatementSubstraitPlan.class,
            FlightSql.CommandStatementIngest.class,
            FlightSql.CommandPreparedStatementQuery.class,
            FlightSql.CommandPreparedStatementUpdate.class,
            FlightSql.CommandGetSqlInfo.class,
            FlightSql.CommandGetCatalogs.class,
            FlightSql.CommandGetDbSchemas.class,
            FlightSql.CommandGetTables.class,
            FlightSql.CommandGetTableTypes.class,
            FlightSql.CommandGetPrimaryKeys.class,
            FlightSql.CommandGetExportedKeys.class,
            FlightSql.CommandGetImportedKeys.class,
            FlightSql.CommandGetCrossReference.class,
            FlightSql.CommandGetXdbcTypeInfo.class,
            FlightSql.TicketStatementQuery.class,
            FlightSql.ActionBeginTransactionRequest.class,
            FlightSql.ActionEndTransactionRequest.class,
            FlightSql.ActionCreatePreparedStatementRequest.class,
            FlightSql.ActionCreatePreparedSubstraitPlanRequest.class,
            FlightSql.ActionClosePreparedStatementRequest.class);

    private Commands() {}

    /**
     * The message in the bytes.
     *
     * @throws CallRefusedException if they are none that the protocol defines
     */
    static Message parse(byte[] bytes) {
        try {
            Any packed = Any.parseFrom(bytes);
            for (Class<? extends Message> known : KNOWN) {
                if (packed.is(known)) {
                    return packed.unpack(known);
                }
            }
        } catch (InvalidProtocolBufferException garbage) {
            throw malformed();
        }
        throw malformed();
    }

    /** The message of a type, in the bytes. */
    static <T extends Message> T parse(byte[] bytes, Class<T> type) {
        Message message = parse(bytes);
        if (!type.isInstance(message)) {
            throw malformed();
        }
        return type.cast(message);
    }

    /** A plan as a query. Which version of Substrait it says it is of is not believed either. */
    static SubstraitQuery query(FlightSql.SubstraitPlan plan) {
        return new SubstraitQuery(plan.getPlan().toByteArray());
    }

    static CallRefusedException malformed() {
        return new CallRefusedException(Reason.MALFORMED, "The request is no message that Flight SQL defines.");
    }

    static CallRefusedException notOffered(String what) {
        return new CallRefusedException(Reason.NOT_OFFERED, what + " not offered by this service. Send SQL text.");
    }
}
