/**
 * Substrait plans that clients send, to bound plans.
 *
 * <p>In: bytes of a client's, which are a wish and nothing more. Out: a {@link io.sqe.planner.binding.SentPlan}, which planner binds,
 * secures and hands on as it does with SQL. Never: bytes of a client's in a plan that is run; a table that was not looked up as the
 * principal; files, extensions, or a part of a plan left out because it was not understood.
 */
@NullMarked
package io.sqe.substrait.reading;

import org.jspecify.annotations.NullMarked;
