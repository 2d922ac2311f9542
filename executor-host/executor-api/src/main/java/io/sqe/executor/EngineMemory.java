package io.sqe.executor;

/**
 * What an engine holds for all its fragments together.
 *
 * @param heldBytes of memory
 * @param spilledBytes of disk
 */
public record EngineMemory(long heldBytes, long spilledBytes) {
    public static final EngineMemory NONE = new EngineMemory(0, 0);
}
