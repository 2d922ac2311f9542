package io.sqe.executor.wire;

/** What can be asked of an engine beside a fragment's rows. */
public enum EngineAction {
    EXPLAIN,
    DESCRIBE,
    PROGRESS,
    END,
    /** What the engine holds. */
    MEMORY,
    /** What the engine keeps of data files. */
    DATA_CACHE,
    /** Whether fragments are taken on; fails if not. */
    HEALTH
}
