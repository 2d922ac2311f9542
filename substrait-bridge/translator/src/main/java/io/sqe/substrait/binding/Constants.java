package io.sqe.substrait.binding;

import com.google.protobuf.ByteString;
import io.sqe.catalog.Literal;
import io.sqe.fragment.v1.Constant;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Literals of a catalog as the constants that cross to an executor. */
final class Constants {
    static final Constant NULL = Constant.newBuilder().setNull(true).build();

    private Constants() {}

    static Constant of(Literal literal) {
        Constant.Builder constant = Constant.newBuilder();
        switch (literal.value()) {
            case Boolean truth -> constant.setBoolean(truth);
            case Integer number -> constant.setInteger(number);
            case Long number -> constant.setInteger(number);
            case Float number -> constant.setFloating(number);
            case Double number -> constant.setFloating(number);
            case BigDecimal number -> constant.setText(number.toPlainString());
            case String text -> constant.setText(text);
            case UUID uuid -> constant.setText(uuid.toString());
            case ByteBuffer bytes -> constant.setBinary(ByteString.copyFrom(bytes.duplicate()));
            default -> throw new IllegalArgumentException("No literal holds a " + literal.value().getClass());
        }
        return constant.build();
    }
}
