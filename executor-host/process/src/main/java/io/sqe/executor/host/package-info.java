/**
 * The engine's process: a DuckDB executor behind Arrow Flight on loopback, for the one process that started it.
 *
 * <p>In: an {@code EngineStart} on standard input, then calls of Flight. Out: record batches and answers of {@code engine.proto}.
 * Never: users, policies, catalogs, a caller without the token.
 */
@NullMarked
package io.sqe.executor.host;

import org.jspecify.annotations.NullMarked;
