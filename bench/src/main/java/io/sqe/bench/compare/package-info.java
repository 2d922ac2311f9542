/**
 * Decides whether two engines gave the same answer.
 *
 * <p>In: two results of one query and the query's final order. Out: a {@link io.sqe.bench.compare.Verdict}. Never: an engine,
 * a clock, a file.
 */
@NullMarked
package io.sqe.bench.compare;

import org.jspecify.annotations.NullMarked;
