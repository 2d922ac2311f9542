/**
 * A piece of a plan that runs in one place, as it crosses to an executor.
 *
 * <p>In: Substrait bytes and where their result goes. Out: a {@link io.sqe.fragment.Fragment}. Never: Calcite, Arrow, the
 * person's SQL.
 */
@NullMarked
package io.sqe.fragment;

import org.jspecify.annotations.NullMarked;
