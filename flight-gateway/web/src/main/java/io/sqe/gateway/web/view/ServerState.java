package io.sqe.gateway.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a server holds and does just now. Safe for use by many threads, and quick to ask. */
public interface ServerState {

    Duration uptime();

    Queue queue();

    Memory memory();

    List<Cache> caches();

    /** This one first. */
    List<Node> nodes();

    /** Places for queries. */
    record Queue(long running, long runningMax, long waiting) {}

    /**
     * Memory, in bytes.
     *
     * @param limit all that queries may use
     * @param reserved set aside for those that run
     * @param engine held by the engine, for all queries
     * @param spilled on disk, of what did not fit
     * @param resident of this process, as the operating system counts it; negative where it does not tell
     */
    record Memory(long limit, long reserved, long engine, long spilled, long resident, long heap, long heapMax) {}

    /** A cache; sizes in bytes where it counts them, zero elsewhere. */
    record Cache(String name, long entries, long bytes, long bytesMax, long hits, long misses) {

        /** Of all that was asked for. */
        public String hitShare() {
            long asked = hits + misses;
            return asked == 0 ? "–" : Math.round(100.0 * hits / asked) + " %";
        }
    }

    /**
     * A process of the fleet.
     *
     * @param version empty if it does not tell
     * @param worker of those that this server sends fragments to
     */
    record Node(String name, String role, String state, Optional<String> version, Optional<Worker> worker) {}

    /**
     * A process that runs what this one plans.
     *
     * @param running queries of this server
     * @param memory it holds, in bytes; empty if it does not answer
     * @param lastSeen when it last answered
     * @param missingSince when it first did not, since then
     */
    record Worker(int running, OptionalLong memory, Optional<Instant> lastSeen, Optional<Instant> missingSince) {

        /** Empty if it is not known. */
        public String memoryHeld() {
            return memory.isPresent() ? Shown.bytes(memory.getAsLong()) : "";
        }
    }
}
