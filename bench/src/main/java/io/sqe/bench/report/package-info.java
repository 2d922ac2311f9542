/**
 * Shows what came of suites: as JSON, Markdown and SVG, and line by line on a terminal.
 *
 * <p>In: {@link io.sqe.bench.run.SuiteResult}s. Out: text. Never: an engine, a clock.
 */
@NullMarked
package io.sqe.bench.report;

import org.jspecify.annotations.NullMarked;
