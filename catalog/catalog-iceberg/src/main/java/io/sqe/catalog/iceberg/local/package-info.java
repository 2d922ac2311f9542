/**
 * Reads and writes table files on local disks.
 *
 * <p>In: the locations that table metadata names. Out: Iceberg's streams over plain files. Never: Hadoop; what the files mean.
 */
@NullMarked
package io.sqe.catalog.iceberg.local;

import org.jspecify.annotations.NullMarked;
