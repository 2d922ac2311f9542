/**
 * What a principal may know to exist: SHOW, DESCRIBE and completion.
 *
 * <p>In: a principal, its catalogs, the policy. Out: names and definitions. Never: a denied table or a hidden column, by any
 * path.
 */
@NullMarked
package io.sqe.gateway.discovery;

import org.jspecify.annotations.NullMarked;
