/**
 * Results as text and as files.
 *
 * <p>In: Arrow batches. Out: characters or bytes in one of the formats of {@link io.sqe.cli.format.ResultFormat}. Never: a query,
 * SQL, keys that a person presses.
 */
@NullMarked
package io.sqe.cli.format;

import org.jspecify.annotations.NullMarked;
