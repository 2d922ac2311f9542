/**
 * The client protocol over HTTP, by Helidon: the only package that knows it.
 *
 * <p>In: HTTP requests. Out: HTTP answers, made by the other packages. Never: SQL, Arrow, what a statement means.
 */
@NullMarked
package io.sqe.gateway.trino.http;

import org.jspecify.annotations.NullMarked;
