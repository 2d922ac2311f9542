/**
 * The function catalogue as the validator sees it.
 *
 * <p>In: the {@link io.sqe.function.FunctionCatalogue}. Out: an operator table, and the declaration that a call of one of its
 * operators means. Never: how an engine runs a function.
 */
@NullMarked
package io.sqe.planner.function;

import org.jspecify.annotations.NullMarked;
