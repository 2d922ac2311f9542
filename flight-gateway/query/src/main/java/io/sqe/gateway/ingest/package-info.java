/**
 * Rows that clients send, until they are a table's.
 *
 * <p>In: batches of Arrow as a stranger has made them. Out: a file that an executor can trust, in types that a table can hold.
 * Never: a protocol, a table, a policy.
 */
@NullMarked
package io.sqe.gateway.ingest;

import org.jspecify.annotations.NullMarked;
