/**
 * The command {@code sqe bench}.
 *
 * <p>In: command-line arguments and a launcher of the engine. Out: an exit code, progress and reports. Never: how the engine
 * is put together.
 */
@NullMarked
package io.sqe.bench.command;

import org.jspecify.annotations.NullMarked;
