/**
 * Puts every scan of a plan under its row filter and masks.
 *
 * <p>In: a {@link io.sqe.planner.binding.BoundPlan}. Out: a {@link io.sqe.planner.securing.SecuredPlan}, the only plan anything later
 * accepts; or a {@link io.sqe.planner.securing.ParameterizedPlan}, which becomes one when it is given values. Never: a way to make one without its restrictions; the text of a policy in what a person sees.
 */
@NullMarked
package io.sqe.planner.securing;

import org.jspecify.annotations.NullMarked;
