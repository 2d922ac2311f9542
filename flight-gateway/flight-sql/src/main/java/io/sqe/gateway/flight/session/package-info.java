/**
 * What a client has set between its calls: catalog, schema, time zone.
 *
 * <p>In: a principal and the key that its client shows. Out: the {@link io.sqe.gateway.query.Session} that statements run in.
 * Never: credentials.
 */
@NullMarked
package io.sqe.gateway.flight.session;

import org.jspecify.annotations.NullMarked;
