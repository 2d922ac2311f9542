/** Plans of SQL text over tables without rows, for the tests of this module. */
@NullMarked
package io.sqe.substrait.testing;

import org.jspecify.annotations.NullMarked;
