package io.sqe.cli.execution;

import io.sqe.gateway.query.QueryControl;

/** Shows how far a running query has come. */
@FunctionalInterface
public interface ProgressDisplay {
    ProgressDisplay NONE = _ -> () -> {};

    Shown show(QueryControl query);

    /** What is shown of one query; closing removes it, once or more often. */
    @FunctionalInterface
    interface Shown extends AutoCloseable {
        @Override
        void close();
    }
}
