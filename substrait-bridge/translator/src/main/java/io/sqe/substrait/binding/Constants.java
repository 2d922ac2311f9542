package io.sqe.substrait.binding;

import com.google.protobuf.ByteString;
import io.sqe.catalog.Literal;
import io.sqe.fragment.v1.Constant;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Says values of columns in our own message. */
final class Constants {
    private static final Constant NULL = Constant.newBuilder().setNull(true).build();

    private Constants() {}

    static Constant of(Optional<Literal> literal) {
        return literal.map(Constants::of).orElse(NULL);
    }

    static Constant of(Literal literal) {
        Constant.Builder out = Constant.newBuilder();
        switch (literal.value()) {
            case Boolean truth -> out.setBoolean(truth);
            case Integer number -> out.setInteger(number);
            case Long number -> out.setInteger(number);
            case Float number -> out.setFloating(number);
            case Double number -> out.setFloating(number);
            case BigDecimal number -> out.setText(number.toPlainString());
            case ByteBuffer bytes -> out.setBinary(ByteString.copyFrom(bytes.duplicate()));
            case Object textOrUuid -> out.setText(textOrUuid.toString());
        }
        return out.build();
    }
}
