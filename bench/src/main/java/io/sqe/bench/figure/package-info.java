/**
 * Measures single abilities of the engine, where a suite measures them all at once.
 *
 * <p>In: a loaded dataset, an engine, a peer. Out: a {@link io.sqe.bench.figure.FigureResult}. Never: whether rows are right.
 */
@NullMarked
package io.sqe.bench.figure;

import org.jspecify.annotations.NullMarked;
