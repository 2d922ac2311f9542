package io.sqe.executor.duckdb;

/**
 * How far a running query has come.
 *
 * @param percent from 0 to 100; -1 while nothing is known
 * @param rowsProcessed the rows read so far
 * @param rowsTotal the rows to read; an estimate
 */
public record Progress(double percent, long rowsProcessed, long rowsTotal) {}
