/**
 * The {@code sqe} program: its command line.
 *
 * <p>In: arguments and standard streams. Out: an exit code. Never: how results look, what keys do.
 */
@NullMarked
package io.sqe.cli;

import org.jspecify.annotations.NullMarked;
