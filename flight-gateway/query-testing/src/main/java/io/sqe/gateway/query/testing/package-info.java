/**
 * What tests of other rooms put in the place of an engine.
 *
 * <p>In: statements that say what is to happen to them. Out: queries to which it happens. Never: SQL, a real engine.
 */
@NullMarked
package io.sqe.gateway.query.testing;

import org.jspecify.annotations.NullMarked;
