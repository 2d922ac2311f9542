package io.sqe.gateway.flight.metadata;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.gateway.flight.call.Caller;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetDbSchemas;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetTables;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Lists catalogs, schemas and tables as one caller may know them. */
final class CatalogListing {
    static final String TABLE = "TABLE";
    static final String VIEW = "VIEW";

    private final Caller caller;
    private final Vocabulary words;
    private final TableSchemas schemas;

    CatalogListing(Caller caller, QueryEngine engine, TableSchemas schemas) {
        this.caller = caller;
        this.words = engine.vocabulary(caller.session().current());
        this.schemas = schemas;
    }

    void catalogs(RowWriter rows) {
        words.catalogs().stream().sorted().forEach(rows::add);
    }

    void schemas(CommandGetDbSchemas filter, RowWriter rows) {
        NamePattern pattern = filter.hasDbSchemaFilterPattern()
                ? NamePattern.parse(filter.getDbSchemaFilterPattern())
                : NamePattern.any();
        namespaces(filter.hasCatalog() ? List.of(filter.getCatalog()) : words.catalogs(), pattern)
                .forEach(namespace -> rows.add(namespace.catalog(), text(namespace)));
    }

    void tables(CommandGetTables filter, RowWriter rows) {
        NamePattern schema = filter.hasDbSchemaFilterPattern()
                ? NamePattern.parse(filter.getDbSchemaFilterPattern())
                : NamePattern.any();
        NamePattern table = filter.hasTableNameFilterPattern()
                ? NamePattern.parse(filter.getTableNameFilterPattern())
                : NamePattern.any();
        List<String> types = filter.getTableTypesList().isEmpty() ? List.of(TABLE, VIEW) : filter.getTableTypesList();
        namespaces(filter.hasCatalog() ? List.of(filter.getCatalog()) : words.catalogs(), schema)
                .forEach(namespace -> tables(namespace, table, types, filter.getIncludeSchema(), rows));
    }

    private void tables(
            NamespaceName namespace, NamePattern pattern, List<String> types, boolean withSchema, RowWriter rows) {
        Set<TableName> views = new HashSet<>(words.views(namespace));
        for (TableName name : words.tables(namespace)) {
            String type = views.contains(name) ? VIEW : TABLE;
            if (!types.contains(type) || !pattern.matches(name.table())) {
                continue;
            }
            if (withSchema) {
                rows.add(name.catalog(), text(namespace), name.table(), type, bytes(schema(name)));
            } else {
                rows.add(name.catalog(), text(namespace), name.table(), type);
            }
        }
    }

    private Schema schema(TableName table) {
        List<String> required = words.requiredColumns(table);
        return new Schema(schemas.find(table, caller).getFields().stream()
                .map(field -> required.contains(field.getName()) ? notNull(field) : field)
                .toList());
    }

    private static Field notNull(Field field) {
        FieldType type = new FieldType(false, field.getType(), field.getDictionary(), field.getMetadata());
        return new Field(field.getName(), type, field.getChildren());
    }

    private Stream<NamespaceName> namespaces(List<String> catalogs, NamePattern pattern) {
        return catalogs.stream()
                .sorted()
                .flatMap(catalog -> words.namespaces(catalog).stream())
                .filter(namespace -> pattern.matches(text(namespace)))
                .sorted((left, right) -> left.toString().compareTo(right.toString()));
    }

    private static String text(NamespaceName namespace) {
        return String.join(".", namespace.levels());
    }

    private static byte[] bytes(Schema schema) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MessageSerializer.serialize(new WriteChannel(Channels.newChannel(bytes)), schema);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory takes what is written to it", impossible);
        }
        return bytes.toByteArray();
    }
}
