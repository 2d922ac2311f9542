package io.sqe.executor.fragment;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.Cancellation;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.FragmentOptions.Profile;
import io.sqe.executor.OperatorProfile;
import io.sqe.executor.Progress;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.duckdb.Connection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/** A fragment on a connection of its own. */
final class DuckDbFragment implements RunningFragment {
    private final Connection connection;
    private final String sql;
    private final BufferAllocator allocator;
    private final EngineRows rows;
    private final Profile profile;
    private final Runnable whenClosed;
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean isCancelled = new AtomicBoolean();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private Cancellation.@Nullable Registration requests;

    /**
     * Takes over a connection's open result.
     *
     * @param whenClosed called once, when the fragment ends; closes the connection
     */
    DuckDbFragment(
            Connection connection,
            io.sqe.executor.duckdb.ArrowStream engineRows,
            EngineStatement statement,
            BufferAllocator allocator,
            Profile profile,
            Runnable whenClosed) {
        this.connection = connection;
        this.sql = statement.sql();
        this.allocator = allocator;
        this.profile = profile;
        this.rows = statement.read(engineRows, allocator, isCancelled::get);
        this.whenClosed = whenClosed;
    }

    /** From here on a request stops this fragment, until it is closed. */
    void cancelOn(Cancellation cancellation) {
        requests = cancellation.onRequest(this::cancel);
    }

    @Override
    public ArrowStream rows() {
        return rows;
    }

    @Override
    public Progress progress() {
        var progress = connection.progress();
        return new Progress(progress.percent(), progress.rowsProcessed(), progress.rowsTotal());
    }

    @Override
    public void cancel() {
        isCancelled.set(true);
        connection.interrupt();
    }

    @Override
    public Optional<OperatorProfile> profile() {
        boolean isKnown = isWanted() && rows.isFinished() && !isClosed.get();
        return isKnown ? Optional.of(OperatorProfiles.of(connection.profile(sql, allocator))) : Optional.empty();
    }

    private boolean isWanted() {
        return switch (profile) {
            case OFF -> false;
            case OPERATORS -> true;
            case OPERATORS_IF_SLOW -> System.nanoTime() - startNanos >= FragmentOptions.SLOW.toNanos();
        };
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            try (var _ = requests) {
                rows.close();
            } finally {
                whenClosed.run();
            }
        }
    }
}
