package io.sqe.gateway.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sqe.gateway.flight.testing.Connected;
import io.sqe.gateway.flight.testing.LiveServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlInfo;
import org.apache.arrow.flight.sql.util.TableRef;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What tools ask before they ask anything else. */
final class MetadataTest {
    private static LiveServer server;
    private static Connected ada;

    @BeforeAll
    static void open() {
        server = LiveServer.open();
        ada = Connected.to(server, "ada");
        ada.update("CREATE SCHEMA sales");
        ada.update("CREATE TABLE sales.orders (id BIGINT NOT NULL, total DECIMAL(10, 2), placed TIMESTAMP)");
        ada.update("CREATE TABLE sales.order_lines (id BIGINT)");
        ada.update("CREATE VIEW sales.big AS SELECT id FROM sales.orders WHERE total > 100");
    }

    @AfterAll
    static void close() {
        ada.close();
        server.close();
    }

    @Test
    void everyFactThatArrowCanTellIsTold() {
        Set<Integer> told = new HashSet<>();
        for (List<String> row : ada.fetch(ada.sql().getSqlInfo(new SqlInfo[0], ada.login()))) {
            told.add(Integer.valueOf(row.getFirst()));
        }
        assertThat(told)
                .containsAll(Arrays.stream(SqlInfo.values())
                        .filter(info -> info != SqlInfo.UNRECOGNIZED)
                        .filter(info -> !info.name().startsWith("SQL_SUPPORTED_CONCURRENCIES"))
                        .map(SqlInfo::getNumber)
                        .toList());
        assertThat(ada.fetch(ada.sql().getSqlInfo(new SqlInfo[] {SqlInfo.FLIGHT_SQL_SERVER_NAME}, ada.login())))
                .containsExactly(List.of("0", "SQE"));
    }

    @Test
    void catalogsSchemasAndTablesAreFoundByPattern() {
        assertThat(ada.fetch(ada.sql().getCatalogs(ada.login()))).containsExactly(List.of("lake"));
        assertThat(ada.fetch(ada.sql().getSchemas(null, "s_les", ada.login())))
                .containsExactly(List.of("lake", "sales"));
        assertThat(tables("sales", "order%", List.of()))
                .containsExactly(
                        List.of("lake", "sales", "order_lines", "TABLE"), List.of("lake", "sales", "orders", "TABLE"));
        assertThat(tables("sales", "order\\_%", List.of()))
                .containsExactly(List.of("lake", "sales", "order_lines", "TABLE"));
        assertThat(tables("%", "%", List.of("VIEW"))).containsExactly(List.of("lake", "sales", "big", "VIEW"));
        assertThat(ada.fetch(ada.sql().getTableTypes(ada.login()))).containsExactly(List.of("TABLE"), List.of("VIEW"));
    }

    private static List<List<String>> tables(String schema, String table, List<String> types) {
        return ada.fetch(
                ada.sql().getTables("lake", schema, table, types.isEmpty() ? null : types, false, ada.login()));
    }

    @Test
    void aTableTellsItsColumnsAsAQueryWouldHaveThem() {
        Schema queried = ada.sql()
                .execute("SELECT * FROM sales.orders", ada.login())
                .getSchemaOptional()
                .orElseThrow();
        FlightInfo info = ada.sql().getTables("lake", "sales", "orders", null, true, ada.login());
        ada.read(info.getEndpoints().getFirst().getTicket(), batch -> {
            byte[] bytes = ((VarBinaryVector) batch.getVector("table_schema")).get(0);
            List<Field> columns = schema(bytes).getFields();
            assertThat(columns)
                    .extracting(Field::getName, Field::getType)
                    .containsExactlyElementsOf(queried.getFields().stream()
                            .map(field -> tuple(field.getName(), field.getType()))
                            .toList());
            assertThat(columns).extracting(Field::isNullable).containsExactly(false, true, true);
        });
    }

    private static Schema schema(byte[] bytes) {
        try {
            return MessageSerializer.deserializeSchema(
                    new ReadChannel(new ByteArrayReadableSeekableByteChannel(bytes)));
        } catch (IOException garbage) {
            throw new IllegalStateException(ByteBuffer.wrap(bytes).toString(), garbage);
        }
    }

    @Test
    void keysAreNoneAndTypesAreInOrderOfTheirNumbers() {
        TableRef orders = TableRef.of("lake", "sales", "orders");
        assertThat(ada.fetch(ada.sql().getPrimaryKeys(orders, ada.login()))).isEmpty();
        assertThat(ada.fetch(ada.sql().getImportedKeys(orders, ada.login()))).isEmpty();
        assertThat(ada.fetch(ada.sql().getExportedKeys(orders, ada.login()))).isEmpty();
        assertThat(ada.fetch(ada.sql().getCrossReference(orders, orders, ada.login())))
                .isEmpty();

        List<List<String>> types = ada.fetch(ada.sql().getXdbcTypeInfo(ada.login()));
        assertThat(types).extracting(row -> Integer.valueOf(row.get(1))).isSorted();
        assertThat(ada.fetch(ada.sql().getXdbcTypeInfo(12, ada.login())))
                .extracting(row -> row.getFirst())
                .containsExactly("VARCHAR");
    }
}
