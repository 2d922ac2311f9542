/**
 * Says in the words of the catalog API what Iceberg's table metadata says, and the other way round.
 *
 * <p>In: Iceberg schemas, values and failures. Out: {@link io.sqe.catalog.TableMetadata}, {@link io.sqe.catalog.Literal},
 * {@link io.sqe.catalog.CatalogException}. Never: I/O.
 */
@NullMarked
package io.sqe.catalog.iceberg.table;

import org.jspecify.annotations.NullMarked;
