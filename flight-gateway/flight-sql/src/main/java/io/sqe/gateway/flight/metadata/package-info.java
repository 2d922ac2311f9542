/**
 * What clients ask about the service and about what may be queried.
 *
 * <p>In: a metadata command and a caller. Out: rows in the schema that Flight SQL defines for it. Never: a table or a column that
 * the caller may not know of.
 */
@NullMarked
package io.sqe.gateway.flight.metadata;

import org.jspecify.annotations.NullMarked;
