/**
 * Runs suites on the engine under test and on a peer, and measures both.
 *
 * <p>In: a dataset, an engine, a peer. Out: a {@link io.sqe.bench.run.SuiteResult}. Never: how either engine works, how
 * results are shown.
 */
@NullMarked
package io.sqe.bench.run;

import org.jspecify.annotations.NullMarked;
