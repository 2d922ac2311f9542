package io.sqe.executor.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.transforms.Transform;
import org.apache.iceberg.transforms.Transforms;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds every transform against Iceberg's own, over values on both sides of its zero. */
class PartitionSqlTest {

    @ParameterizedTest(name = "{0} of {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "identity | int | -7",
                "identity | long | 9223372036854775807",
                "identity | boolean | true",
                "identity | string | a/b=c 'd' 🦆",
                "identity | date | 1969-12-31",
                "identity | timestamp | 1969-12-31T23:59:59.999999",
                "identity | timestamptz | 2024-02-29T12:00:00.000001+00:00",
                "identity | decimal(10, 2) | -12.30",
                "identity | binary | 00ff10",
                "void | int | 1",
                "year | date | 1969-12-31",
                "year | timestamp | 2024-02-29T12:00:00",
                "month | date | 1969-11-30",
                "month | timestamptz | 2024-02-29T23:30:00+00:00",
                "day | date | 1960-01-01",
                "day | timestamp | 1969-12-31T23:59:59.999999",
                "day | timestamptz | 1970-01-01T00:00:00+00:00",
                "hour | timestamp | 1969-12-31T23:59:59.999999",
                "hour | timestamptz | 2024-02-29T12:59:59+00:00",
                "truncate[10] | int | -1",
                "truncate[10] | int | 19",
                "truncate[7] | long | -8",
                "truncate[50] | decimal(10, 2) | -12.34",
                "truncate[50] | decimal(10, 2) | 12.74",
                "truncate[2] | string | 🦆äbc",
                "truncate[2] | binary | 00ff10",
            })
    void valueIsIcebergs(String transform, String type, String value) throws SQLException {
        assertThat(inDuckDb(transform, type, value)).isEqualTo(inIceberg(transform, type, value));
    }

    @Test
    void nullStaysNull() throws SQLException {
        assertThat(query("SELECT " + PartitionSql.value("truncate[10]", "int", "CAST(NULL AS INT)")))
                .isNull();
    }

    @Test
    void transformThatIsNotIcebergsIsRefused() {
        assertThatThrownBy(() -> PartitionSql.value("zorder", "int", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zorder");
        assertThatThrownBy(() -> PartitionSql.value("bucket[4]", "double", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("double");
    }

    private static @Nullable String inDuckDb(String transform, String type, String value) throws SQLException {
        String literal = switch (type) {
            case "timestamptz" -> "TIMESTAMPTZ '" + value + "'";
            case "int" -> "CAST('" + value + "' AS INTEGER)";
            case "long" -> "CAST('" + value + "' AS BIGINT)";
            case "string" -> "'" + value.replace("'", "''") + "'";
            case "binary" -> "unhex('" + value + "')";
            default -> "CAST('" + value + "' AS " + type + ")";
        };
        return query("SELECT " + PartitionSql.value(transform, type, "x") + " FROM (SELECT " + literal + " AS x)");
    }

    private static @Nullable String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @SuppressWarnings("unchecked") // Iceberg's transforms are generic over a type that only the test's text knows.
    private static @Nullable String inIceberg(String transform, String typeName, String value) {
        Type type = Types.fromPrimitiveString(typeName);
        Object source = switch (typeName) {
            case "binary" -> ByteBuffer.wrap(HexFormat.of().parseHex(value));
            case "int", "long", "boolean" -> Conversions.fromPartitionString(type, value);
            default -> Literal.of(value).to(type).value();
        };
        var bound = ((Transform<Object, Object>) Transforms.fromString(transform)).bind(type);
        Object result = bound.apply(source);
        return switch (result) {
            case null -> null;
            case ByteBuffer bytes -> hex(bytes);
            case BigDecimal decimal -> decimal.toPlainString();
            case CharSequence text -> text.toString();
            default -> result.toString();
        };
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
