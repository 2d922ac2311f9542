/**
 * The suites: which tables belong to which queries, and where their data is kept.
 *
 * <p>In: a suite and a scale. Out: its queries, and its tables once loaded. Never: an engine.
 */
@NullMarked
package io.sqe.bench.suite;

import org.jspecify.annotations.NullMarked;
