/** What tests of this module share. */
@NullMarked
package io.sqe.gateway.testing;

import org.jspecify.annotations.NullMarked;
