/**
 * What runs fragments: Substrait in, Arrow out. DuckDB is one, Spark will be another.
 *
 * <p>In: a {@link io.sqe.fragment.Fragment}. Out: a {@link io.sqe.executor.RunningFragment} that streams Arrow. Never: plans of
 * Calcite, users, policies.
 */
@NullMarked
package io.sqe.executor;

import org.jspecify.annotations.NullMarked;
