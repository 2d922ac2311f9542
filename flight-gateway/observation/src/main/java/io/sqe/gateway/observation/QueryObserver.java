package io.sqe.gateway.observation;

/** Is told of every query that ends. Called by the query's reader: quick, and never throws. */
@FunctionalInterface
public interface QueryObserver {

    void ended(QueryRecord query);
}
