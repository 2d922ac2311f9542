package io.sqe.gateway.flight.call;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import org.apache.arrow.flight.SentMessages;

/** What a client sends, on its way to a service that hears no more of it once it is refused. */
abstract class RefusableListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final ServerCall<Q, ?> call;
    private boolean isRefused;

    RefusableListener(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call) {
        super(listener);
        this.call = call;
    }

    /** Ends the call as the client's fault, once; the service takes it for cancelled. */
    final void refuse(String why) {
        if (!isRefused) {
            isRefused = true;
            call.close(Status.INVALID_ARGUMENT.withDescription(why), new Metadata());
            super.onCancel();
        }
    }

    @Override
    public final void onMessage(Q message) {
        if (!isRefused) {
            check(message);
        }
        if (isRefused) {
            SentMessages.release(message);
        } else {
            super.onMessage(message);
        }
    }

    /** Refuses the call if its next message is none that the service should see. */
    abstract void check(Q message);

    @Override
    public final void onHalfClose() {
        if (!isRefused) {
            checkEnd();
        }
        if (!isRefused) {
            super.onHalfClose();
        }
    }

    /** Refuses the call if something is missing now that the client has sent everything. */
    void checkEnd() {
        // most calls may end at any time
    }

    @Override
    public final void onCancel() {
        if (!isRefused) {
            super.onCancel();
        }
    }

    @Override
    public final void onComplete() {
        if (!isRefused) {
            super.onComplete();
        }
    }
}
