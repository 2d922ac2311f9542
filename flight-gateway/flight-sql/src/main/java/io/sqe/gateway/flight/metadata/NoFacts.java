package io.sqe.gateway.flight.metadata;

import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.flight.sql.FlightSqlProducer.Schemas;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;

/** GetSqlInfo's answer to one who asks for nothing that exists. */
final class NoFacts {
    private NoFacts() {}

    static void send(ServerStreamListener listener) {
        try (RootAllocator allocator = new RootAllocator();
                VectorSchemaRoot none = VectorSchemaRoot.create(Schemas.GET_SQL_INFO_SCHEMA, allocator)) {
            listener.start(none);
            listener.completed();
        }
    }
}
