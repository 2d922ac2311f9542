package io.sqe.substrait.testing;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** Column types as Calcite's. */
final class TestTypes {
    static final RelDataTypeFactory FACTORY = new SqlTypeFactoryImpl(new RelDataTypeSystemImpl() {
        @Override
        public int getMaxPrecision(SqlTypeName type) {
            return switch (type) {
                case DECIMAL -> 38;
                case TIME, TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> 9;
                default -> super.getMaxPrecision(type);
            };
        }

        @Override
        public int getMaxScale(SqlTypeName type) {
            return type == SqlTypeName.DECIMAL ? 38 : super.getMaxScale(type);
        }

        @Override
        public RelDataType deriveSumType(RelDataTypeFactory types, RelDataType argument) {
            RelDataType sum = switch (argument.getSqlTypeName()) {
                case DECIMAL -> types.createSqlType(SqlTypeName.DECIMAL, 38, argument.getScale());
                case TINYINT, SMALLINT, INTEGER -> types.createSqlType(SqlTypeName.BIGINT);
                default -> argument;
            };
            return types.createTypeWithNullability(sum, argument.isNullable());
        }

        @Override
        public boolean shouldConvertRaggedUnionTypesToVarying() {
            return true;
        }
    });

    private TestTypes() {}

    static RelDataType row(List<Column> columns) {
        RelDataTypeFactory.Builder row = FACTORY.builder();
        columns.forEach(column -> row.add(column.name(), type(column)));
        return row.build();
    }

    private static RelDataType type(Column column) {
        return FACTORY.createTypeWithNullability(type(column.type()), !column.isRequired());
    }

    private static RelDataType type(ColumnType type) {
        return switch (type) {
            case ColumnType.BooleanType() -> FACTORY.createSqlType(SqlTypeName.BOOLEAN);
            case ColumnType.IntegerType() -> FACTORY.createSqlType(SqlTypeName.INTEGER);
            case ColumnType.LongType() -> FACTORY.createSqlType(SqlTypeName.BIGINT);
            case ColumnType.FloatType() -> FACTORY.createSqlType(SqlTypeName.REAL);
            case ColumnType.DoubleType() -> FACTORY.createSqlType(SqlTypeName.DOUBLE);
            case ColumnType.DecimalType(int precision, int scale) ->
                FACTORY.createSqlType(SqlTypeName.DECIMAL, precision, scale);
            case ColumnType.DateType() -> FACTORY.createSqlType(SqlTypeName.DATE);
            case ColumnType.TimeType() -> FACTORY.createSqlType(SqlTypeName.TIME, 6);
            case ColumnType.TimestampType(var unit, var zone) ->
                FACTORY.createSqlType(
                        zone == ColumnType.Zone.WITH
                                ? SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE
                                : SqlTypeName.TIMESTAMP,
                        unit == ColumnType.TimeUnit.NANOSECONDS ? 9 : 6);
            case ColumnType.StringType() -> FACTORY.createSqlType(SqlTypeName.VARCHAR);
            case ColumnType.BinaryType(), ColumnType.FixedType(var _) -> FACTORY.createSqlType(SqlTypeName.VARBINARY);
            case ColumnType.UuidType() -> FACTORY.createSqlType(SqlTypeName.UUID);
            case ColumnType.ListType(var element) -> FACTORY.createArrayType(type(element), -1);
            case ColumnType.MapType(var key, var value) -> FACTORY.createMapType(type(key), type(value));
            case ColumnType.StructType(var fields) -> row(fields);
        };
    }
}
