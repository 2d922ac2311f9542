package io.sqe.gateway.flight.call;

import io.grpc.BinaryLog;
import io.grpc.Channel;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call whose message cannot be read: gRPC would take that for a fault of the server's own, which it logs with its stack for each. It
 * is put where gRPC has its binary log, the one place that every method passes after Flight has made its service, which is not to be had
 * otherwise. Messages that can be read come through as the objects they are.
 */
public final class LegibleMessages extends BinaryLog {

    @Override
    public <Q, A> ServerMethodDefinition<?, ?> wrapMethodDefinition(ServerMethodDefinition<Q, A> method) {
        var described = method.getMethodDescriptor();
        ServerCallHandler<Q, A> handler = method.getServerCallHandler();
        return ServerMethodDefinition.create(
                described.toBuilder(new Reading<>(described.getRequestMarshaller()), described.getResponseMarshaller())
                        .build(),
                (call, headers) -> new Refusing<>(handler.startCall(call, headers), call));
    }

    /** No client of ours. */
    @Override
    public Channel wrapChannel(Channel channel) {
        return channel;
    }

    @Override
    public void close() {
        // holds nothing
    }

    /** Nothing in place of what cannot be read. */
    private record Reading<Q>(Marshaller<Q> marshaller) implements Marshaller<Q> {

        @Override
        public InputStream stream(Q message) {
            return marshaller.stream(message);
        }

        @Override
        @SuppressWarnings("NullAway") // nothing but Refusing ever sees it
        public @Nullable Q parse(InputStream bytes) {
            try {
                return marshaller.parse(FieldLengths.checked(bytes));
            } catch (RuntimeException | IOException illegible) {
                return null;
            }
        }
    }

    /** Refuses what was not read. */
    private static final class Refusing<Q> extends RefusableListener<Q> {

        Refusing(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call) {
            super(listener, call);
        }

        @Override
        void check(@Nullable Q message) {
            if (message == null) {
                refuse("The message cannot be read. Send what Flight's protocol says.");
            }
        }
    }
}
