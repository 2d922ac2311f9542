package io.sqe.catalog.iceberg.table;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.Literal;
import java.nio.ByteBuffer;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Type;

/** Values of primitive types between Iceberg's Java classes and ours. They differ in text, bytes and nanoseconds only. */
public final class IcebergValues {

    private IcebergValues() {}

    /** Our literal of a value in Iceberg's internal form. */
    public static Literal literal(ColumnType type, Object value) {
        return new Literal(
                type,
                switch (value) {
                    case ByteBuffer bytes -> bytes.asReadOnlyBuffer();
                    case byte[] bytes -> ByteBuffer.wrap(bytes).asReadOnlyBuffer();
                    case CharSequence text -> text.toString();
                    default -> value;
                });
    }

    /** The literal's value as Iceberg's value of that type: the classes are the same, so only the type can be wrong. */
    public static Object ofType(Type type, Literal literal) {
        if (!type.typeId().javaClass().isInstance(literal.value())) {
            throw new IllegalStateException("A value of type " + type + " cannot be " + literal);
        }
        return literal.value();
    }

    /** Iceberg's literal, of the literal's own type. */
    public static org.apache.iceberg.expressions.Literal<?> icebergLiteral(Literal literal) {
        Type type = TypeToIceberg.primitive(literal.type());
        org.apache.iceberg.expressions.Literal<?> converted =
                untypedLiteral(literal).to(type);
        if (converted == null) {
            throw new IllegalStateException("Iceberg has no literal " + literal.value() + " of type " + type);
        }
        return converted;
    }

    /** Iceberg takes a bare long for microseconds whatever the type, so nanoseconds say what they are. */
    private static org.apache.iceberg.expressions.Literal<?> untypedLiteral(Literal literal) {
        if (literal.type() instanceof ColumnType.TimestampType(TimeUnit unit, var _) && unit == TimeUnit.NANOSECONDS) {
            return Expressions.nanos((Long) literal.value());
        }
        return Expressions.lit(literal.value());
    }
}
