/**
 * The function catalogue: every SQL function, declared once.
 *
 * <p>In: a name as SQL, Substrait or an engine knows it. Out: its {@link io.sqe.function.FunctionDeclaration}, from which the
 * validator's operators, the Substrait extension, the lowering, SHOW FUNCTIONS and the reference page come. Never: Calcite,
 * Substrait or engine types.
 */
@NullMarked
package io.sqe.function;

import org.jspecify.annotations.NullMarked;
