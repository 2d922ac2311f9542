/**
 * Charts made of characters.
 *
 * <p>In: the first rows of a result. Out: lines of text that fit a terminal. Never: queries, colours.
 */
@NullMarked
package io.sqe.cli.plot;

import org.jspecify.annotations.NullMarked;
