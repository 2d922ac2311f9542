/**
 * A query's life, from SQL text to its last batch.
 *
 * <p>In: SQL text and the {@link io.sqe.gateway.query.Session} of whoever asks. Out: a {@link io.sqe.gateway.query.Query} that
 * streams Arrow. Never: a protocol, DuckDB, the terminal.
 */
@NullMarked
package io.sqe.gateway.query;

import org.jspecify.annotations.NullMarked;
