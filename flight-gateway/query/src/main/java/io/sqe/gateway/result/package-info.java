/**
 * Results that the engine makes itself: SHOW, DESCRIBE, EXPLAIN, and the one row of a command.
 *
 * <p>In: a {@link io.sqe.gateway.result.ResultTable}. Out: the same {@link io.sqe.executor.ArrowStream} that an executor gives.
 * Never: data of a table.
 */
@NullMarked
package io.sqe.gateway.result;

import org.jspecify.annotations.NullMarked;
