/**
 * The texts of the suites' queries.
 *
 * <p>In: resources. Out: {@link io.sqe.bench.query.BenchQuery}s. Never: an engine, data.
 */
@NullMarked
package io.sqe.bench.query;

import org.jspecify.annotations.NullMarked;
