package io.sqe.executor.host;

import io.sqe.executor.wire.BearerToken;
import io.sqe.executor.wire.TraceHeader;
import java.util.Optional;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.CallInfo;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightServerMiddleware;
import org.apache.arrow.flight.RequestContext;

/** Refuses every call that does not show the token. */
final class TokenCheck implements FlightServerMiddleware.Factory<TokenCheck.Passed> {
    static final FlightServerMiddleware.Key<Passed> KEY = FlightServerMiddleware.Key.of("token");

    private final BearerToken token;

    TokenCheck(BearerToken token) {
        this.token = token;
    }

    @Override
    public Passed onCallStarted(CallInfo call, CallHeaders headers, RequestContext context) {
        if (!token.isShownBy(headers.get(BearerToken.HEADER))) {
            throw CallStatus.UNAUTHENTICATED
                    .withDescription("This engine answers only calls that show its secret.")
                    .toRuntimeException();
        }
        return new Passed(TraceHeader.read(headers.get(TraceHeader.NAME)));
    }

    /**
     * A call that showed the token; nothing more is asked of it.
     *
     * @param traceparent the place in a trace that it belongs to
     */
    record Passed(Optional<String> traceparent) implements FlightServerMiddleware {
        @Override
        public void onBeforeSendingHeaders(CallHeaders headers) {}

        @Override
        public void onCallCompleted(CallStatus status) {}

        @Override
        public void onCallErrored(Throwable failure) {}
    }
}
