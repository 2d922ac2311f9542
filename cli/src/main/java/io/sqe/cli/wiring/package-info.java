/**
 * Puts the embedded engine together; what a server puts around it is {@code wiring.server}.
 *
 * <p>In: what the command line says. Out: an open engine and a session on it. Never: results, the terminal.
 */
@NullMarked
package io.sqe.cli.wiring;

import org.jspecify.annotations.NullMarked;
