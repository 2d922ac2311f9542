package io.sqe.gateway.flight.call;

import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers the other end of a call's connection for whoever handles the call: Flight's middleware is not told. */
public final class CallPeer extends ServerStreamTracer {
    private static final Context.Key<CallPeer> CURRENT = Context.key("io.sqe.peer");

    private final AtomicReference<String> address = new AtomicReference<>("");

    private CallPeer() {}

    /** For the builder of a server. */
    public static ServerStreamTracer.Factory remembering() {
        return new ServerStreamTracer.Factory() {
            @Override
            public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
                return new CallPeer();
            }
        };
    }

    /** The address behind the call that this thread handles; empty if there is none, as within one process. */
    static String current() {
        CallPeer peer = CURRENT.get();
        return peer == null ? "" : peer.address.get();
    }

    @Override
    public Context filterContext(Context context) {
        return context.withValue(CURRENT, this);
    }

    @Override
    public void serverCallStarted(ServerCallInfo<?, ?> call) {
        SocketAddress remote = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        if (remote instanceof InetSocketAddress internet && internet.getAddress() != null) {
            address.set(internet.getAddress().getHostAddress());
        }
    }
}
