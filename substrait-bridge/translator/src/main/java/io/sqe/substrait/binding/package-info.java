/**
 * Binds the reads of a plan to files.
 *
 * <p>In: a table that a plan reads, and what the catalog planned for its scan. Out: the read's place in Substrait: the list of its
 * files. Never: I/O, predicates, Calcite's trees.
 */
@NullMarked
package io.sqe.substrait.binding;

import org.jspecify.annotations.NullMarked;
