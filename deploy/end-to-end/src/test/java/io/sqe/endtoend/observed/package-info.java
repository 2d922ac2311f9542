/**
 * A whole server, seen from where an operator stands: its traces, logs, metrics and audit log.
 *
 * <p>In: queries by every protocol. Out: whether what is told of them is true. Never: a look inside.
 */
@NullMarked
package io.sqe.endtoend.observed;

import org.jspecify.annotations.NullMarked;
