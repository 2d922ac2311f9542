/**
 * Substrait of a fragment to DuckDB SQL, as flat as a careful person would write it.
 *
 * <p>In: a {@link io.sqe.fragment.Fragment}. Out: {@link io.sqe.executor.lowering.EngineSql}. Never: connections, I/O, Arrow,
 * Calcite, users.
 */
@NullMarked
package io.sqe.executor.lowering;

import org.jspecify.annotations.NullMarked;
