package io.sqe.gateway.flight.statement;

import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.gateway.query.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The results that clients may fetch: each by the one who asked, once. Safe for use by many threads. */
public final class OpenResults implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenResults.class);

    private final Map<Handle, OpenResult> results = new ConcurrentHashMap<>();
    private final HeldCounts counts;
    private final Duration idleMax;
    private final InstantSource clock;

    public OpenResults(int perUserMax, Duration idleMax, InstantSource clock) {
        this.counts = new HeldCounts("open results", "results-per-user-max", perUserMax);
        this.idleMax = idleMax;
        this.clock = clock;
    }

    /** Refuses if this user may have no further result; asked before one is made. */
    public void checkRoom(String owner) {
        counts.check(owner);
    }

    /** Holds a started query until it is fetched or forgotten; from here on it is not the caller's to close. */
    public OpenResult hold(Query query, String owner) {
        try {
            counts.add(owner);
        } catch (CallRefusedException full) {
            query.close();
            throw full;
        }
        Handle handle = Handle.random();
        OpenResult result = new OpenResult(handle, owner, query, clock.instant().plus(idleMax), () -> {
            results.remove(handle);
            counts.remove(owner);
        });
        results.put(handle, result);
        return result;
    }

    /**
     * Hands a result to its reader, who closes it.
     *
     * @throws CallRefusedException if it is not there, was fetched before, or is somebody else's
     */
    public OpenResult take(Handle handle, String reader) {
        OpenResult result = find(handle, reader);
        if (!result.take()) {
            throw unknown();
        }
        return result;
    }

    /** Gives the result's reader more time to come; answers until when. */
    public Instant renew(Handle handle, String owner) {
        Instant until = clock.instant().plus(idleMax);
        find(handle, owner).extend(until);
        return until;
    }

    /** Stops a query, whether it is being fetched or not; false if there is nothing to stop. */
    public boolean cancel(Handle handle, String owner) {
        Optional<OpenResult> result = Optional.ofNullable(results.get(handle));
        result.ifPresent(found -> {
            checkOwner(found, owner);
            found.abandon();
        });
        return result.isPresent();
    }

    private OpenResult find(Handle handle, String reader) {
        OpenResult result = results.get(handle);
        if (result == null) {
            throw unknown();
        }
        checkOwner(result, reader);
        return result;
    }

    private static void checkOwner(OpenResult result, String caller) {
        if (!result.owner().equals(caller)) {
            LOG.atWarn()
                    .addKeyValue("caller", caller)
                    .addKeyValue("owner", result.owner())
                    .addKeyValue("query", result.queryId().map(Object::toString).orElse(""))
                    .log("ticket of another user refused");
            throw new CallRefusedException(Reason.NOT_YOURS, "The ticket belongs to another user.");
        }
    }

    private static CallRefusedException unknown() {
        return new CallRefusedException(
                Reason.UNKNOWN_HANDLE,
                "The ticket is not valid: a result is fetched once, and soon. Run the query again.");
    }

    /** Closes what nobody came for. */
    public void sweep() {
        results.values().forEach(result -> result.closeIfExpired(clock.instant()));
    }

    /** How many are held. */
    public int count() {
        return results.size();
    }

    @Override
    public void close() {
        results.values().forEach(OpenResult::abandon);
    }
}
