/**
 * Runs the scripts and the packaged program as a person would.
 *
 * <p>In: the program's folder and archive as Maven has made them. Out: what they print, and their exit codes. Never: a
 * class of the program.
 */
@NullMarked
package io.sqe.distribution;

import org.jspecify.annotations.NullMarked;
