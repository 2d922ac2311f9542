/**
 * The five tables of the Star Schema Benchmark (O'Neil, O'Neil, Chen, Revilak: "Star Schema Benchmark", revision 3, 2009),
 * derived from TPC-H's.
 *
 * <p>In: a scale factor. Out: rows as the specification describes them. Never: other suites than TPC-H.
 */
@NullMarked
package io.sqe.bench.data.ssb;

import org.jspecify.annotations.NullMarked;
