/** Tests of the planner: text in, secured plans out. */
@NullMarked
package io.sqe.planner;

import org.jspecify.annotations.NullMarked;
