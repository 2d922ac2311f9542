/**
 * What a catalog is: names, table metadata, and the changes it accepts.
 *
 * <p>In: the {@link io.sqe.catalog.TableName} a person wrote. Out: {@link io.sqe.catalog.TableMetadata} at one snapshot.
 * Never: an Iceberg, Calcite or Arrow type; whose catalog it is (one {@link io.sqe.catalog.Catalog} belongs to one principal).
 */
@NullMarked
package io.sqe.catalog;

import org.jspecify.annotations.NullMarked;
