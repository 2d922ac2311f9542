package io.sqe.gateway.flight.metadata;

import com.google.protobuf.Message;
import io.sqe.gateway.flight.call.Caller;
import io.sqe.gateway.flight.stream.OutgoingRows;
import io.sqe.gateway.query.QueryEngine;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.arrow.flight.sql.FlightSqlProducer.Schemas;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetCatalogs;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetCrossReference;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetDbSchemas;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetExportedKeys;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetImportedKeys;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetPrimaryKeys;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetSqlInfo;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetTableTypes;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetTables;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetXdbcTypeInfo;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.types.pojo.Schema;

/** Answers the metadata commands. Such a command is its own ticket: it is answered for whoever shows it, as they may see it. */
public final class Metadata {
    private final QueryEngine engine;
    private final TableSchemas schemas;
    private final ServiceFacts facts;
    private final BufferAllocator allocator;

    public Metadata(QueryEngine engine, TableSchemas schemas, ServiceFacts facts, BufferAllocator allocator) {
        this.engine = engine;
        this.schemas = schemas;
        this.facts = facts;
        this.allocator = allocator;
    }

    /** The columns of the answer; empty if it is no metadata command. */
    public Optional<Schema> schema(Message command) {
        return switch (command) {
            case CommandGetSqlInfo _ -> Optional.of(Schemas.GET_SQL_INFO_SCHEMA);
            case CommandGetCatalogs _ -> Optional.of(Schemas.GET_CATALOGS_SCHEMA);
            case CommandGetDbSchemas _ -> Optional.of(Schemas.GET_SCHEMAS_SCHEMA);
            case CommandGetTables tables ->
                Optional.of(
                        tables.getIncludeSchema() ? Schemas.GET_TABLES_SCHEMA : Schemas.GET_TABLES_SCHEMA_NO_SCHEMA);
            case CommandGetTableTypes _ -> Optional.of(Schemas.GET_TABLE_TYPES_SCHEMA);
            case CommandGetPrimaryKeys _ -> Optional.of(Schemas.GET_PRIMARY_KEYS_SCHEMA);
            case CommandGetExportedKeys _ -> Optional.of(Schemas.GET_EXPORTED_KEYS_SCHEMA);
            case CommandGetImportedKeys _ -> Optional.of(Schemas.GET_IMPORTED_KEYS_SCHEMA);
            case CommandGetCrossReference _ -> Optional.of(Schemas.GET_CROSS_REFERENCE_SCHEMA);
            case CommandGetXdbcTypeInfo _ -> Optional.of(Schemas.GET_TYPE_INFO_SCHEMA);
            default -> Optional.empty();
        };
    }

    /** What the service can do; sends its own answer. */
    public ServiceFacts facts() {
        return facts;
    }

    /** The answer; empty if it is no metadata command. */
    public Optional<OutgoingRows> rows(Message command, Caller caller) {
        return schema(command).map(schema -> new MetadataRows(schema, allocator, listing(command, caller)));
    }

    private Consumer<RowWriter> listing(Message command, Caller caller) {
        return switch (command) {
            case CommandGetCatalogs _ -> rows -> listing(caller).catalogs(rows);
            case CommandGetDbSchemas filter -> rows -> listing(caller).schemas(filter, rows);
            case CommandGetTables filter -> rows -> listing(caller).tables(filter, rows);
            case CommandGetTableTypes _ ->
                rows -> {
                    rows.add(CatalogListing.TABLE);
                    rows.add(CatalogListing.VIEW);
                };
            case CommandGetXdbcTypeInfo filter ->
                rows -> TypeListing.write(
                        filter.hasDataType() ? Optional.of(filter.getDataType()) : Optional.empty(), rows);
            // Iceberg tables have no keys that anything keeps.
            default -> _ -> {};
        };
    }

    private CatalogListing listing(Caller caller) {
        return new CatalogListing(caller, engine, schemas);
    }
}
