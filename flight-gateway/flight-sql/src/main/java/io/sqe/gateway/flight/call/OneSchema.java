package io.sqe.gateway.flight.call;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
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

    /** What a client sends, on its way. */
    private static final class Watching<Q> extends SimpleForwardingServerCallListener<Q> {
        private final ServerCall<Q, ?> call;
        private boolean hasPurpose;
        private boolean hasSchema;
        private boolean isRefused;

        Watching(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            boolean isSchema = SentMessages.isSchema(message);
            if (isRefused || (isSchema && hasSchema)) {
                SentMessages.release(message);
                refuse("The stream has a second schema. Send rows of other columns in a call of their own.");
                return;
            }
            hasPurpose |= SentMessages.isDescribed(message);
            hasSchema |= isSchema;
            super.onMessage(message);
        }

        @Override
        public void onHalfClose() {
            if (hasPurpose) {
                super.onHalfClose();
            } else {
                refuse("The stream ended before it said what it is for.");
            }
        }

        private void refuse(String why) {
            if (!isRefused) {
                isRefused = true;
                call.close(Status.INVALID_ARGUMENT.withDescription(why), new Metadata());
                super.onCancel();
            }
        }

        @Override
        public void onCancel() {
            if (!isRefused) {
                super.onCancel();
            }
        }

        @Override
        public void onComplete() {
            if (!isRefused) {
                super.onComplete();
            }
        }
    }
}
