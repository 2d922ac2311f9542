/**
 * What is in data files that are read often, kept as tables of the engine's own.
 *
 * <p>In: files that queries read as they are. Out: the name of a table that holds the same rows, while the query runs. Never: a
 * query, who asks it, or files that nothing has named.
 */
@NullMarked
package io.sqe.executor.cache;

import org.jspecify.annotations.NullMarked;
