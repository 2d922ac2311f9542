/**
 * Cuts a plan into the fragments that executors run.
 *
 * <p>In: an {@link io.sqe.substrait.binding.ExecutablePlan}. Out: a {@link io.sqe.substrait.fragmenting.FragmentGraph}. Never: where a
 * fragment runs.
 */
@NullMarked
package io.sqe.substrait.fragmenting;

import org.jspecify.annotations.NullMarked;
