/**
 * Sessions that travel in their tokens.
 *
 * <p>In: a principal who has proved to be one; later, tokens. Out: tokens sealed under the cluster's key, and what was sealed into
 * them, on whichever coordinator. Never: a list of sessions that a restart would lose, a plain text on disk.
 */
@NullMarked
package io.sqe.gateway.session;

import org.jspecify.annotations.NullMarked;
