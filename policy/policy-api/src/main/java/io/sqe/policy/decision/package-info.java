/**
 * Decides what of a table a principal may see.
 *
 * <p>In: a {@link io.sqe.policy.decision.Principal} and a table's name. Out: a {@link io.sqe.policy.decision.TableAccess}.
 * Never: plans; the rows themselves; a reason in a message that the principal sees.
 */
@NullMarked
package io.sqe.policy.decision;

import org.jspecify.annotations.NullMarked;
