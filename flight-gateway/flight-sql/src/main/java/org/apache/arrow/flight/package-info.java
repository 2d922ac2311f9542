/**
 * What Arrow's server hides and this service must know.
 *
 * <p>In: a message of Arrow's. Out: what it is. Never: anything else; new classes belong into our own packages. The package is not
 * marked as null-safe, since that would be said of Arrow's own classes; each class here is.
 */
package org.apache.arrow.flight;
