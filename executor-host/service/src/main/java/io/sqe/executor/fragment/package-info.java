/**
 * Fragments at work on DuckDB: started, watched, cancelled, ended.
 *
 * <p>In: a {@link io.sqe.fragment.Fragment}. Out: a {@link io.sqe.executor.RunningFragment}. Never: planner, policy, Calcite,
 * catalogs, users.
 */
@NullMarked
package io.sqe.executor.fragment;

import org.jspecify.annotations.NullMarked;
