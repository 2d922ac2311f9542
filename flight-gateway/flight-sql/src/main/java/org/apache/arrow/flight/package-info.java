/**
 * What Arrow's server hides and this service must know.
 *
 * <p>In: a message of Arrow's. Out: what it is. Never: anything else; new classes belong into our own packages.
 */
@NullMarked
package org.apache.arrow.flight;

import org.jspecify.annotations.NullMarked;
