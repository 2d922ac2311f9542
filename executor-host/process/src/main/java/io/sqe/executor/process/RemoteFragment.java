package io.sqe.executor.process;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.Cancellation;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.OperatorProfile;
import io.sqe.executor.Progress;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.wire.EngineAction;
import io.sqe.executor.wire.WireProfiles;
import io.sqe.fragment.v1.FragmentCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.util.AutoCloseables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fragment at work in the engine's process. */
final class RemoteFragment implements RunningFragment {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteFragment.class);
    private static final Duration PROGRESS_WAIT = Duration.ofSeconds(1);

    /** More than the engine takes to give up on a fragment that does not stop. */
    private static final Duration END_WAIT = Duration.ofSeconds(40);

    private final EngineLink engine;
    private final byte[] name;
    private final FlightStream stream;
    private final RemoteRows rows;
    private final AtomicBoolean isCancelled = new AtomicBoolean();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private Cancellation.@Nullable Registration requests;

    private RemoteFragment(EngineLink engine, FragmentCall call, Optional<String> traceparent) {
        this.engine = engine;
        this.name = call.getCall().getBytes(StandardCharsets.UTF_8);
        this.stream = engine.open(call, traceparent);
        this.rows = new RemoteRows(engine, stream, isCancelled::get);
    }

    /** Takes over the caller's share in the engine, and waits until the schema is known. */
    static RemoteFragment start(
            EngineLink engine, FragmentCall call, Optional<String> traceparent, Cancellation cancellation) {
        RemoteFragment fragment;
        try {
            fragment = new RemoteFragment(engine, call, traceparent);
        } catch (RuntimeException failure) {
            engine.release();
            throw failure;
        }
        try {
            fragment.requests = cancellation.onRequest(fragment::cancel);
            fragment.rows.awaitStart();
            return fragment;
        } catch (RuntimeException failure) {
            fragment.close();
            throw failure;
        }
    }

    @Override
    public ArrowStream rows() {
        return rows;
    }

    @Override
    public Progress progress() {
        if (isClosed.get()) {
            return Progress.UNKNOWN;
        }
        try {
            return WireProfiles.decode(
                    engine.ask(EngineAction.PROGRESS, name, PROGRESS_WAIT).getProgress());
        } catch (ExecutorException _) {
            return Progress.UNKNOWN;
        }
    }

    @Override
    public void cancel() {
        isCancelled.set(true);
        stream.cancel("cancelled", null);
    }

    @Override
    public Optional<OperatorProfile> profile() {
        return isClosed.get() ? Optional.empty() : rows.profile();
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            boolean isInterrupted = Thread.interrupted();
            try (var _ = requests) {
                endInEngine();
                closeStream();
            } finally {
                engine.release();
                if (isInterrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Returns when nothing of the fragment runs any more: what it wrote can be removed then. */
    private void endInEngine() {
        if (rows.isOver()) {
            return;
        }
        try {
            stream.cancel("closed", null);
            engine.ask(EngineAction.END, name, END_WAIT);
        } catch (ExecutorException.EngineLost _) {
            // Nothing runs in a process that has ended.
        } catch (ExecutorException failure) {
            LOG.warn("a fragment did not end when it was closed", failure);
        }
    }

    private void closeStream() {
        try {
            AutoCloseables.closeNoChecked(stream);
        } catch (RuntimeException failure) {
            // How the call ended was told to the reader.
            if (!(failure.getCause() instanceof FlightRuntimeException)) {
                throw failure;
            }
        }
    }
}
