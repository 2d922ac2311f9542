package io.sqe.gateway.flight.metadata;

import java.util.List;
import java.util.Optional;
import org.apache.arrow.flight.sql.impl.FlightSql.Nullable;
import org.apache.arrow.flight.sql.impl.FlightSql.Searchable;
import org.apache.arrow.flight.sql.impl.FlightSql.XdbcDataType;

/** Lists the types of SQL, in the order of their numbers as the protocol wants it. */
final class TypeListing {
    private static final int NO_RADIX = 0;
    private static final List<SqlType> TYPES = List.of(
            SqlType.of("BOOLEAN", XdbcDataType.XDBC_BIT, 1, NO_RADIX),
            SqlType.of("TINYINT", XdbcDataType.XDBC_TINYINT, 8, 2),
            SqlType.of("BIGINT", XdbcDataType.XDBC_BIGINT, 64, 2),
            SqlType.of("VARBINARY", XdbcDataType.XDBC_VARBINARY, Integer.MAX_VALUE, NO_RADIX)
                    .quoted("X'", "'"),
            SqlType.of("DECIMAL", XdbcDataType.XDBC_DECIMAL, 38, 10).with("precision", "scale"),
            SqlType.of("INTEGER", XdbcDataType.XDBC_INTEGER, 32, 2),
            SqlType.of("SMALLINT", XdbcDataType.XDBC_SMALLINT, 16, 2),
            SqlType.of("REAL", XdbcDataType.XDBC_REAL, 24, 2),
            SqlType.of("DOUBLE", XdbcDataType.XDBC_DOUBLE, 53, 2),
            SqlType.of("VARCHAR", XdbcDataType.XDBC_VARCHAR, Integer.MAX_VALUE, NO_RADIX)
                    .quoted("'", "'")
                    .with("length"),
            SqlType.of("DATE", XdbcDataType.XDBC_DATE, 10, NO_RADIX).quoted("DATE '", "'"),
            SqlType.of("TIME", XdbcDataType.XDBC_TIME, 15, NO_RADIX).quoted("TIME '", "'"),
            SqlType.of("TIMESTAMP", XdbcDataType.XDBC_TIMESTAMP, 26, NO_RADIX).quoted("TIMESTAMP '", "'"));

    private TypeListing() {}

    static void write(Optional<Integer> dataType, RowWriter rows) {
        TYPES.stream()
                .filter(type -> dataType.isEmpty() || dataType.get() == type.number.getNumber())
                .sorted((left, right) -> Integer.compare(left.number.getNumber(), right.number.getNumber()))
                .forEach(type -> type.write(rows));
    }

    /** One type, in the words of ODBC. */
    private record SqlType(
            String name,
            XdbcDataType number,
            int size,
            int radix,
            String prefix,
            String suffix,
            List<String> parameters) {

        static SqlType of(String name, XdbcDataType number, int size, int radix) {
            return new SqlType(name, number, size, radix, "", "", List.of());
        }

        SqlType quoted(String before, String after) {
            return new SqlType(name, number, size, radix, before, after, parameters);
        }

        SqlType with(String... parameterNames) {
            return new SqlType(name, number, size, radix, prefix, suffix, List.of(parameterNames));
        }

        private boolean isText() {
            return number == XdbcDataType.XDBC_VARCHAR;
        }

        private boolean isNumber() {
            return radix != NO_RADIX;
        }

        private @org.jspecify.annotations.Nullable Integer scaleMax() {
            if (number == XdbcDataType.XDBC_DECIMAL) {
                return size;
            }
            return isNumber() ? 0 : null;
        }

        void write(RowWriter rows) {
            rows.add(
                    name,
                    number.getNumber(),
                    size,
                    prefix.isEmpty() ? null : prefix,
                    suffix.isEmpty() ? null : suffix,
                    parameters,
                    Nullable.NULLABILITY_NULLABLE_VALUE,
                    isText(),
                    isText() ? Searchable.SEARCHABLE_FULL_VALUE : Searchable.SEARCHABLE_BASIC_VALUE,
                    isNumber() ? Boolean.FALSE : null,
                    number == XdbcDataType.XDBC_DECIMAL,
                    isNumber() ? Boolean.FALSE : null,
                    name,
                    isNumber() ? 0 : null,
                    scaleMax(),
                    number.getNumber(),
                    null,
                    isNumber() ? radix : null,
                    null);
        }
    }
}
