package io.sqe.planner.binding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** Makes types. A text is always an unpadded one, in UTF-8: literals too have the type of a column, so that no plan casts between the two. */
public final class SqeTypeFactory extends SqlTypeFactoryImpl {
    /** The factory that all plans share. */
    public static final SqeTypeFactory INSTANCE = new SqeTypeFactory();

    private SqeTypeFactory() {
        super(SqeTypeSystem.INSTANCE);
    }

    @Override
    public RelDataType createSqlType(SqlTypeName typeName) {
        return super.createSqlType(unpadded(typeName));
    }

    @Override
    public RelDataType createSqlType(SqlTypeName typeName, int precision) {
        return switch (typeName) {
            case CHAR -> super.createSqlType(SqlTypeName.VARCHAR);
            case BINARY -> super.createSqlType(SqlTypeName.VARBINARY);
            default -> super.createSqlType(typeName, precision);
        };
    }

    @Override
    public Charset getDefaultCharset() {
        return StandardCharsets.UTF_8;
    }

    private static SqlTypeName unpadded(SqlTypeName typeName) {
        return switch (typeName) {
            case CHAR -> SqlTypeName.VARCHAR;
            case BINARY -> SqlTypeName.VARBINARY;
            default -> typeName;
        };
    }
}
