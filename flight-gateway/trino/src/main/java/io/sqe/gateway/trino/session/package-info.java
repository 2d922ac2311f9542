/**
 * What a statement means: the engine's query, or a change of the session that the client keeps.
 *
 * <p>In: a {@link io.sqe.gateway.trino.statement.SubmittedStatement}. Out: a
 * {@link io.sqe.gateway.trino.statement.RunningStatement}. Never: HTTP, pages, sockets.
 */
@NullMarked
package io.sqe.gateway.trino.session;

import org.jspecify.annotations.NullMarked;
