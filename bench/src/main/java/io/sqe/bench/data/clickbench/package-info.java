/**
 * ClickBench's table {@code hits}: its schema, filled with generated page views.
 *
 * <p>In: a scale. Out: rows that are skewed as those of a web counter are, and that every query of the suite finds some of.
 * Never: other suites.
 */
@NullMarked
package io.sqe.bench.data.clickbench;

import org.jspecify.annotations.NullMarked;
