package io.sqe.executor.process;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.wire.EngineAction;
import io.sqe.fragment.v1.ActionAnswer;
import io.sqe.fragment.v1.FragmentCall;
import java.time.Duration;
import java.util.Optional;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStream;

/** An engine somewhere, for as long as a fragment runs there. Whoever got it releases it. */
interface EngineLink {

    EngineConnection connection();

    /** What the end of a call means. */
    ExecutorException failureOf(RuntimeException failure);

    void release();

    default FlightStream open(FragmentCall call, Optional<String> traceparent) {
        return connection().open(call, traceparent);
    }

    default ActionAnswer ask(EngineAction action, byte[] body, Duration wait) {
        try {
            return connection().ask(action, body, wait);
        } catch (FlightRuntimeException failure) {
            throw failureOf(failure);
        }
    }
}
