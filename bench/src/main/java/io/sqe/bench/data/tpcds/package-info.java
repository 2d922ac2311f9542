/**
 * The 24 tables of TPC-DS.
 *
 * <p>In: a scale factor. Out: the rows that the specification's own generator makes. Never: other suites.
 */
@NullMarked
package io.sqe.bench.data.tpcds;

import org.jspecify.annotations.NullMarked;
