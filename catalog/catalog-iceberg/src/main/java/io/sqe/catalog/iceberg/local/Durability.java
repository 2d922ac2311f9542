package io.sqe.catalog.iceberg.local;

/** What a commit survives. */
public enum Durability {
    /** A power cut: files are forced to the disk before anything points at them. */
    POWER_CUT,
    /** The death of a process, which the operating system's own cache survives. */
    PROCESS
}
