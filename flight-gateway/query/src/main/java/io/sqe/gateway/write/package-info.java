/**
 * What lies between the rows an executor has written and the commit of a catalog.
 *
 * <p>In: a {@link io.sqe.catalog.TableWrite} and the rows that describe its files. Out: the count of rows, committed. Never: the
 * rows themselves.
 */
@NullMarked
package io.sqe.gateway.write;

import org.jspecify.annotations.NullMarked;
