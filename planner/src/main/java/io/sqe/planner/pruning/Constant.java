package io.sqe.planner.pruning;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;

/** A value that is known before the query runs. */
sealed interface Constant {

    record Null() implements Constant {}

    record Truth(boolean value) implements Constant {}

    record Amount(BigDecimal value) implements Constant {}

    record Text(String value) implements Constant {}

    record Bytes(ByteBuffer value) implements Constant {}

    record Id(UUID value) implements Constant {}

    /** Nanoseconds of the day. */
    record TimeOfDay(BigDecimal nanos) implements Constant {}

    /** A local date or date and time: nanoseconds since 1970-01-01T00:00. */
    record LocalTime(BigDecimal nanos) implements Constant {}

    /** A point in time: nanoseconds since 1970-01-01T00:00Z. */
    record Instant(BigDecimal nanos) implements Constant {}
}
