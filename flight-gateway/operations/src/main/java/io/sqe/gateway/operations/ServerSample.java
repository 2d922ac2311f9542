package io.sqe.gateway.operations;

import java.time.Instant;

/**
 * What a server did and held at one moment.
 *
 * @param ended queries since the start, whether they failed or not
 * @param failed of them
 * @param rows returned since the start
 * @param reservedBytes set aside for queries that run
 * @param residentBytes of this process; negative where the system does not tell
 */
public record ServerSample(
        Instant time,
        long running,
        long waiting,
        long sessions,
        long ended,
        long failed,
        long rows,
        long reservedBytes,
        long residentBytes,
        long heapBytes) {}
