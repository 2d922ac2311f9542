/**
 * Results that were computed before, kept for whoever may ask exactly the same.
 *
 * <p>In: plans that are secured and bound to files, and the rows that they gave. Out: the same rows, without running the plan
 * again. Never: SQL text, a user's name, a decision about access: who gets here has been planned for, and that decided.
 */
@NullMarked
package io.sqe.gateway.caching;

import org.jspecify.annotations.NullMarked;
