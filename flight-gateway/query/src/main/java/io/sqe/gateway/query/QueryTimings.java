package io.sqe.gateway.query;

import java.time.Duration;

/**
 * Where a query's time went so far.
 *
 * @param planning from SQL text to fragments with file lists
 * @param total from SQL text to now, or to the last batch
 */
public record QueryTimings(Duration planning, Duration total) {}
