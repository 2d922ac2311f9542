/**
 * Trino's types and values: what an Arrow column is called there, and how its values look in JSON.
 *
 * <p>In: Arrow fields and vectors. Out: {@link io.sqe.gateway.trino.type.TrinoType} and JSON written to a generator. Never: HTTP,
 * queries, SQL.
 */
@NullMarked
package io.sqe.gateway.trino.type;

import org.jspecify.annotations.NullMarked;
