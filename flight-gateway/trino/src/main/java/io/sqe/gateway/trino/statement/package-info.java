/**
 * Statements that clients follow page by page.
 *
 * <p>In: SQL with a {@link io.sqe.gateway.trino.protocol.ClientContext}, then requests for pages. Out:
 * {@link io.sqe.gateway.trino.protocol.ResultPage}s, each made when it is asked for. Never: HTTP, what a statement means.
 */
@NullMarked
package io.sqe.gateway.trino.statement;

import org.jspecify.annotations.NullMarked;
