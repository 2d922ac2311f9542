/**
 * Hand-written stand-ins for the engine and for the streams of a process.
 *
 * <p>In: what a test says. Out: an engine that answers so. Never: the real engine.
 */
@NullMarked
package io.sqe.cli.testing;

import org.jspecify.annotations.NullMarked;
