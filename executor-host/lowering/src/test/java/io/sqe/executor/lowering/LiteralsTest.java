package io.sqe.executor.lowering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.substrait.proto.Expression.Literal;
import io.substrait.proto.Type;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;

/** Constants, as the engine itself reads them: value and type. */
class LiteralsTest {

    @Test
    void numbersKeepTheirTypeAndValue() throws SQLException {
        assertThat(read(literal().setI8(-128))).isEqualTo("-128 TINYINT");
        assertThat(read(literal().setI16(5))).isEqualTo("5 SMALLINT");
        assertThat(read(literal().setI32(Integer.MIN_VALUE))).isEqualTo("-2147483648 INTEGER");
        assertThat(read(literal().setI32(7))).isEqualTo("7 INTEGER");
        assertThat(read(literal().setI64(Long.MIN_VALUE))).isEqualTo("-9223372036854775808 BIGINT");
        assertThat(read(literal().setFp32(1.5f))).isEqualTo("1.5 FLOAT");
        assertThat(read(literal().setFp64(0.1))).isEqualTo("0.1 DOUBLE");
        assertThat(read(literal().setFp64(Double.NEGATIVE_INFINITY))).isEqualTo("-inf DOUBLE");
        assertThat(read(literal().setFp64(Double.NaN))).isEqualTo("nan DOUBLE");
    }

    @Test
    void decimalsKeepEveryDigit() throws SQLException {
        assertThat(read(decimal("-12345678901234567890123456789012345678", 38, 10)))
                .isEqualTo("-1234567890123456789012345678.9012345678 DECIMAL(38,10)");
        assertThat(read(decimal("150", 5, 2))).isEqualTo("1.50 DECIMAL(5,2)");
    }

    @Test
    void textIsNeverReadAsSql() throws SQLException {
        assertThat(read(literal().setString("it''s; DROP -- \\ \n \uD83E\uDD86 '")))
                .isEqualTo("it''s; DROP -- \\ \n \uD83E\uDD86 ' VARCHAR");
        assertThatThrownBy(() -> read(literal().setString("a\0b"))).isInstanceOf(LoweringException.Unsupported.class);
    }

    @Test
    void datesAndTimestampsKeepTheirPrecision() throws SQLException {
        assertThat(read(literal().setDate(-1))).isEqualTo("1969-12-31 DATE");
        assertThat(read(literal().setDate(2_932_897))).isEqualTo("10000-01-01 DATE");
        assertThat(read(literal().setPrecisionTimestamp(timestamp(6, -1))))
                .isEqualTo("1969-12-31 23:59:59.999999 TIMESTAMP");
        assertThat(read(literal().setPrecisionTimestamp(timestamp(9, 1_600_000_000_123_456_789L))))
                .isEqualTo("2020-09-13 12:26:40.123456789 TIMESTAMP_NS");
        assertThat(read(literal().setPrecisionTimestampTz(timestamp(6, 0))))
                .isEqualTo("1970-01-01 00:00:00+00 TIMESTAMP WITH TIME ZONE");
        assertThat(read(literal()
                        .setPrecisionTime(Literal.PrecisionTime.newBuilder()
                                .setPrecision(6)
                                .setValue(3_600_000_001L))))
                .isEqualTo("01:00:00.000001 TIME");
    }

    @Test
    void intervalsKeepMonthsDaysAndMicroseconds() throws SQLException {
        assertThat(read(literal()
                        .setIntervalYearToMonth(Literal.IntervalYearToMonth.newBuilder()
                                .setYears(1)
                                .setMonths(-2))))
                .isEqualTo("10 months INTERVAL");
        assertThat(read(literal()
                        .setIntervalDayToSecond(Literal.IntervalDayToSecond.newBuilder()
                                .setDays(1)
                                .setSeconds(2)
                                .setPrecision(3)
                                .setSubseconds(4))))
                .isEqualTo("1 day 00:00:02.004 INTERVAL");
    }

    @Test
    void bytesUuidsAndNullsKeepTheirType() throws SQLException {
        assertThat(read(literal().setBinary(ByteString.copyFrom(new byte[] {0, 39, -1}))))
                .isEqualTo("\\x00\\x27\\xFF BLOB");
        assertThat(read(literal().setBinary(ByteString.EMPTY))).isEqualTo(" BLOB");
        assertThat(read(literal().setUuid(ByteString.copyFrom(new byte[16]))))
                .isEqualTo("00000000-0000-0000-0000-000000000000 UUID");
        assertThat(read(literal().setNull(PlanTypes.decimal(5, 2)))).isEqualTo("null DECIMAL(5,2)");
    }

    @Test
    void nestedValuesKeepTheirElementTypes() throws SQLException {
        var list = Literal.List.newBuilder()
                .addValues(literal().setI64(1))
                .addValues(literal().setNull(PlanTypes.I64));
        assertThat(read(literal().setList(list))).isEqualTo("[1, NULL] BIGINT[]");
        assertThat(read(literal().setEmptyList(Type.List.newBuilder().setType(PlanTypes.STRING))))
                .isEqualTo("[] VARCHAR[]");
        var entry = Literal.Map.KeyValue.newBuilder()
                .setKey(literal().setString("k"))
                .setValue(literal().setI64(1));
        assertThat(read(literal().setMap(Literal.Map.newBuilder().addKeyValues(entry))))
                .isEqualTo("{k=1} MAP(VARCHAR, BIGINT)");
        var struct = Literal.Struct.newBuilder()
                .addFields(literal().setI32(1))
                .addFields(literal().setString("x"));
        assertThat(read(literal().setStruct(struct))).isEqualTo("(1, x) TUPLE(INTEGER, VARCHAR)");
    }

    @Test
    void aNameMayHoldAnything() throws SQLException {
        String name = "a\"b'c; -- \n \uD83E\uDD86";
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 AS " + Quoting.name(name))) {
            assertThat(row.getMetaData().getColumnName(1)).isEqualTo(name);
        }
    }

    private static Literal.Builder literal() {
        return Literal.newBuilder();
    }

    private static Literal.PrecisionTimestamp.Builder timestamp(int precision, long value) {
        return Literal.PrecisionTimestamp.newBuilder().setPrecision(precision).setValue(value);
    }

    private static Literal.Builder decimal(String unscaled, int precision, int scale) {
        byte[] bigEndian = new BigInteger(unscaled).toByteArray();
        byte[] littleEndian = new byte[16];
        for (int i = 0; i < littleEndian.length; i++) {
            int from = bigEndian.length - 1 - i;
            littleEndian[i] = from >= 0 ? bigEndian[from] : (byte) (bigEndian[0] < 0 ? -1 : 0);
        }
        return literal()
                .setDecimal(Literal.Decimal.newBuilder()
                        .setValue(ByteString.copyFrom(littleEndian))
                        .setPrecision(precision)
                        .setScale(scale));
    }

    private static String read(Literal.Builder literal) throws SQLException {
        String sql = Literals.lower(literal.build()).sql();
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            try (ResultSet row = statement.executeQuery("SELECT CAST(" + sql + " AS VARCHAR), typeof(" + sql + ")")) {
                row.next();
                return row.getString(1) + ' ' + row.getString(2);
            }
        }
    }
}
