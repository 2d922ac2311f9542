/** Tests of the package of the same name. */
@NullMarked
package io.sqe.catalog.iceberg.footer;

import org.jspecify.annotations.NullMarked;
