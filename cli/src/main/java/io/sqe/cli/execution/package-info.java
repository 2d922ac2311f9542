/**
 * Runs statements and scripts, and tells what became of them.
 *
 * <p>In: the items of a script and an open engine. Out: results on a {@link io.sqe.cli.execution.ResultTarget}, failures as messages
 * that point at their place, an exit code. Never: keys that a person presses, how an engine is made.
 */
@NullMarked
package io.sqe.cli.execution;

import org.jspecify.annotations.NullMarked;
