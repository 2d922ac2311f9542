package io.sqe.gateway.operations;

/**
 * How what runs the plans is.
 *
 * @param place where it runs: embedded, process or workers
 * @param running whether a query would be taken on
 * @param standby whether another stands by
 * @param restarts how often one ended and another took its place
 */
public record EngineReport(
        String place, boolean running, boolean standby, long restarts, int workersHealthy, int workersTotal) {}
