/**
 * The tables that clients ask for what there is: {@code information_schema} in every catalog, and the catalog {@code system}.
 *
 * <p>In: a principal, its catalogs and the policy; what is running. Out: {@link io.sqe.gateway.system.SystemCatalogs}, the same
 * catalogs with these tables in them, under Trino's names and types. Never: a table, column or query that the asking principal may
 * not know of; rows that are kept for a second statement.
 */
@NullMarked
package io.sqe.gateway.system;

import org.jspecify.annotations.NullMarked;
