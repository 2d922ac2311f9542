/**
 * The eight tables of TPC-H.
 *
 * <p>In: a scale factor. Out: the rows that the specification's own generator makes. Never: other suites.
 */
@NullMarked
package io.sqe.bench.data.tpch;

import org.jspecify.annotations.NullMarked;
