/**
 * The shell that a person types into.
 *
 * <p>In: keys. Out: statements and commands run, results on the screen. Never: needed for {@code -e}, so that a script does not load
 * the line editor.
 */
@NullMarked
package io.sqe.cli.shell;

import org.jspecify.annotations.NullMarked;
