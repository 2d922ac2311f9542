package io.sqe.gateway.flight.call;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.arrow.flight.FlightConstants;
import org.apache.arrow.flight.SentMessages;

/**
 * Ends a call that never says what it is for, or sends a second schema: Arrow's server would wait for the first for good, and load the batches of
 * the second schema where nobody looks, so that rows were lost without a word.
 */
public final class OneSchema implements ServerInterceptor {
    private static final String UPLOAD = FlightConstants.SERVICE + "/DoPut";

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!call.getMethodDescriptor().getFullMethodName().equals(UPLOAD)) {
            return next.startCall(call, headers);
        }
        var once = new ClosedOnce<>(call);
        return new Watching<>(next.startCall(once, headers), once);
    }

    /** A call that whoever comes first closes. */
    private static final class ClosedOnce<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final AtomicBoolean isClosed = new AtomicBoolean();

        ClosedOnce(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (isClosed.compareAndSet(false, true)) {
                super.close(status, trailers);
            }
        }
    }

    /** Remembers what the stream has said so far. */
    private static final class Watching<Q> extends RefusableListener<Q> {
        private boolean hasPurpose;
        private boolean hasSchema;

        Watching(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call) {
            super(listener, call);
        }

        @Override
        void check(Q message) {
            boolean isSchema = SentMessages.isSchema(message);
            if (isSchema && hasSchema) {
                refuse("The stream has a second schema. Send rows of other columns in a call of their own.");
            }
            hasPurpose |= SentMessages.isDescribed(message);
            hasSchema |= isSchema;
        }

        @Override
        void checkEnd() {
            if (!hasPurpose) {
                refuse("The stream ended before it said what it is for.");
            }
        }
    }
}
