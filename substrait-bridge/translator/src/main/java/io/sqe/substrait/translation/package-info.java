/**
 * Secured plan to Substrait.
 *
 * <p>In: a {@link io.sqe.planner.securing.SecuredPlan}. Out: a {@link io.sqe.substrait.translation.SubstraitPlan}, whose reads name tables.
 * Never: a plan that is not secured; a part of a plan left out because it could not be said.
 */
@NullMarked
package io.sqe.substrait.translation;

import org.jspecify.annotations.NullMarked;
