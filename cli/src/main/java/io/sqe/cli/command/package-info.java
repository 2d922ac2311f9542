/**
 * The dot commands: lines for the shell itself.
 *
 * <p>In: a line such as {@code .tables ord*}. Out: statements run for it, settings changed, text. Never: the terminal.
 */
@NullMarked
package io.sqe.cli.command;

import org.jspecify.annotations.NullMarked;
