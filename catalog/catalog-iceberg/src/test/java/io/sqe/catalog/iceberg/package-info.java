/** Tests of the catalog over real warehouses and real Parquet files. */
@NullMarked
package io.sqe.catalog.iceberg;

import org.jspecify.annotations.NullMarked;
