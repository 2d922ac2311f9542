/**
 * The pages on which people watch the server.
 *
 * <p>In: requests of browsers. Out: HTML, made here, and the few files that it needs. Never: rows of queries, a page for somebody who has
 * not logged in, the queries of others for who may not see them, HTML put together from strings.
 */
@NullMarked
package io.sqe.gateway.web;

import org.jspecify.annotations.NullMarked;
