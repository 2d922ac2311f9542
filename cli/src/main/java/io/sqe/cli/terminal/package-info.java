/**
 * What a terminal shows beside results, without the line editor.
 *
 * <p>In: a running query. Out: a line that says how far it has come. Never: rows, keys.
 */
@NullMarked
package io.sqe.cli.terminal;

import org.jspecify.annotations.NullMarked;
