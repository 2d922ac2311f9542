package io.sqe.substrait.reading;

import io.substrait.proto.Type;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Reads types. Whether a value may be null is found out anew, not believed: every type that is read allows it. */
final class TypeToRel {
    static final SqlIntervalQualifier MONTHS =
            new SqlIntervalQualifier(TimeUnit.YEAR, TimeUnit.MONTH, SqlParserPos.ZERO);
    static final SqlIntervalQualifier SECONDS =
            new SqlIntervalQualifier(TimeUnit.DAY, TimeUnit.SECOND, SqlParserPos.ZERO);
    static final int MICROSECONDS = 6;

    private static final int NANOSECONDS = 9;
    private static final int DECIMAL_DIGITS_MAX = 38;

    private final RelDataTypeFactory factory;

    TypeToRel(RelDataTypeFactory factory) {
        this.factory = factory;
    }

    RelDataType read(Type type) {
        return factory.createTypeWithNullability(plain(type), true);
    }

    private RelDataType plain(Type type) {
        return switch (type.getKindCase()) {
            case BOOL -> of(SqlTypeName.BOOLEAN);
            case I8 -> of(SqlTypeName.TINYINT);
            case I16 -> of(SqlTypeName.SMALLINT);
            case I32 -> of(SqlTypeName.INTEGER);
            case I64 -> of(SqlTypeName.BIGINT);
            case FP32 -> of(SqlTypeName.REAL);
            case FP64 -> of(SqlTypeName.DOUBLE);
            case STRING, FIXED_CHAR -> of(SqlTypeName.VARCHAR);
            case VARCHAR -> text(type.getVarchar().getLength());
            case BINARY, FIXED_BINARY -> of(SqlTypeName.VARBINARY);
            case UUID -> of(SqlTypeName.UUID);
            case DECIMAL ->
                decimal(type.getDecimal().getPrecision(), type.getDecimal().getScale());
            case DATE -> of(SqlTypeName.DATE);
            case TIME -> of(SqlTypeName.TIME, MICROSECONDS);
            case TIMESTAMP -> of(SqlTypeName.TIMESTAMP, MICROSECONDS);
            case TIMESTAMP_TZ -> of(SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE, MICROSECONDS);
            case PRECISION_TIME -> of(SqlTypeName.TIME, type.getPrecisionTime().getPrecision());
            case PRECISION_TIMESTAMP ->
                of(SqlTypeName.TIMESTAMP, type.getPrecisionTimestamp().getPrecision());
            case PRECISION_TIMESTAMP_TZ ->
                of(
                        SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE,
                        type.getPrecisionTimestampTz().getPrecision());
            case INTERVAL_YEAR -> factory.createSqlIntervalType(MONTHS);
            case INTERVAL_DAY -> factory.createSqlIntervalType(SECONDS);
            case STRUCT -> struct(type.getStruct().getTypesList());
            case LIST -> factory.createArrayType(read(type.getList().getType()), -1);
            case MAP ->
                factory.createMapType(
                        factory.createTypeWithNullability(read(type.getMap().getKey()), false),
                        read(type.getMap().getValue()));
            case INTERVAL_COMPOUND, FUNC, USER_DEFINED, USER_DEFINED_TYPE_REFERENCE, ALIAS, KIND_NOT_SET ->
                throw Refusals.unsupported("a type of kind " + type.getKindCase());
        };
    }

    private RelDataType of(SqlTypeName name) {
        return factory.createSqlType(name);
    }

    private RelDataType of(SqlTypeName name, int digits) {
        if (digits < 0 || digits > NANOSECONDS) {
            throw Refusals.unsupported("a time of %d digits of a second".formatted(digits));
        }
        return factory.createSqlType(name, digits);
    }

    private RelDataType text(int length) {
        return length < 1 ? of(SqlTypeName.VARCHAR) : factory.createSqlType(SqlTypeName.VARCHAR, length);
    }

    RelDataType decimal(int precision, int scale) {
        if (precision < 1 || precision > DECIMAL_DIGITS_MAX || scale < 0 || scale > precision) {
            throw Refusals.malformed("there is no decimal(%d, %d)".formatted(precision, scale));
        }
        return factory.createSqlType(SqlTypeName.DECIMAL, precision, scale);
    }

    private RelDataType struct(List<Type> fields) {
        return factory.createStructType(
                fields.stream().map(this::read).toList(),
                IntStream.range(0, fields.size()).mapToObj(i -> "f" + i).toList());
    }
}
