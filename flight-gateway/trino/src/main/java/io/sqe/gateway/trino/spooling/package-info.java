/**
 * Rows that are sent apart from the answers, compressed: Trino's spooling protocol.
 *
 * <p>In: pages of rows. Out: segments, within an answer or kept until they are fetched and acknowledged. Never: HTTP, more bytes than
 * {@link io.sqe.gateway.trino.spooling.SpoolLimits} say.
 */
@NullMarked
package io.sqe.gateway.trino.spooling;

import org.jspecify.annotations.NullMarked;
