package io.sqe.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts as progress of an answer. */
final class AnswerPaceTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ConnectionLimits LIMITS = new ConnectionLimits(1, MINUTE, MINUTE, MINUTE, MINUTE, MINUTE);

    private final ByteArrayOutputStream network = new ByteArrayOutputStream();
    private final List<Integer> pieces = new ArrayList<>();
    private final List<Boolean> waits = new ArrayList<>();
    private final AnswerPace pace = new AnswerPace(new Network(), LIMITS);

    /** Of each kind that there is, for they are not all alike. */
    enum Kind {
        FIXED,
        GROWING,
        SEVERAL
    }

    @ParameterizedTest
    @EnumSource
    void aLargeAnswerIsWrittenPieceByPieceAndWhole(Kind kind) {
        byte[] large = new byte[70_003];
        new Random(1).nextBytes(large);

        pace.write(
                switch (kind) {
                    case FIXED -> BufferData.create(large);
                    case GROWING -> {
                        BufferData growing = BufferData.growing(large.length);
                        growing.write(large);
                        yield growing;
                    }
                    case SEVERAL ->
                        BufferData.create(BufferData.create(large, 0, 200), BufferData.create(large, 200, 69_803));
                });

        assertThat(network.toByteArray()).isEqualTo(large);
        assertThat(pieces).hasSize(2).allMatch(bytes -> bytes <= 64 << 10);
    }

    @Test
    void theClientIsWaitedForWhileAPieceIsNotTaken() {
        pace.write(BufferData.create(new byte[10]));

        assertThat(waits).containsExactly(true);
        assertThat(pace.isWriting()).isFalse();
        assertThat(pace.waiting(System.nanoTime() + MINUTE.toNanos())).isEmpty();
    }

    /** Takes all, and looks at the clock of two minutes later. */
    private final class Network implements DataWriter {
        @Override
        public void write(BufferData... buffers) {
            throw new AssertionError("A queue would hide what is not taken");
        }

        @Override
        public void write(BufferData buffer) {
            throw new AssertionError("A queue would hide what is not taken");
        }

        @Override
        public void writeNow(BufferData... buffers) {
            writeNow(BufferData.create(buffers));
        }

        @Override
        public void writeNow(BufferData buffer) {
            waits.add(pace.waiting(System.nanoTime() + 2 * MINUTE.toNanos())
                    .filter(Wait::isTooLong)
                    .isPresent());
            pieces.add(buffer.available());
            buffer.writeTo(network);
        }
    }
}
