package io.sqe.gateway.flight.call;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import org.apache.arrow.flight.impl.Flight.FlightDescriptor;

/** Ends a call whose descriptor is neither a command nor a path: Arrow's server would call that a fault of its own. */
public final class KnownDescriptors implements ServerInterceptor {

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return new Checking<>(next.startCall(call, headers), call);
    }

    /** Looks at the descriptor. */
    private static final class Checking<Q> extends RefusableListener<Q> {

        Checking(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call) {
            super(listener, call);
        }

        @Override
        void check(Q message) {
            if (isUnknown(message)) {
                refuse("The descriptor is neither a command nor a path.");
            }
        }

        private static boolean isUnknown(Object message) {
            return message instanceof FlightDescriptor descriptor
                    && switch (descriptor.getType()) {
                        case CMD, PATH -> false;
                        case UNKNOWN, UNRECOGNIZED -> true;
                    };
        }
    }
}
