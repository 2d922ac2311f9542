package io.sqe.gateway.flight.call;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import org.apache.arrow.flight.impl.Flight.FlightDescriptor;

/** Ends a call whose descriptor is neither a command nor a path: Arrow's server would call that a fault of its own. */
public final class KnownDescriptors implements ServerInterceptor {

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return new Checking<>(next.startCall(call, headers), call);
    }

    /** What a client sends, on its way. */
    private static final class Checking<Q> extends SimpleForwardingServerCallListener<Q> {
        private final ServerCall<Q, ?> call;
        private boolean isRefused;

        Checking(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            if (isUnknown(message)) {
                isRefused = true;
                call.close(
                        Status.INVALID_ARGUMENT.withDescription("The descriptor is neither a command nor a path."),
                        new Metadata());
                super.onCancel();
                return;
            }
            super.onMessage(message);
        }

        private static boolean isUnknown(Object message) {
            return message instanceof FlightDescriptor descriptor
                    && switch (descriptor.getType()) {
                        case CMD, PATH -> false;
                        case UNKNOWN, UNRECOGNIZED -> true;
                    };
        }

        @Override
        public void onHalfClose() {
            if (!isRefused) {
                super.onHalfClose();
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
