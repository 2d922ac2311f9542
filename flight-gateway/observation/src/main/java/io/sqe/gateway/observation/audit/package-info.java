/**
 * The audit log: who asked what, when, and what came of it.
 *
 * <p>In: events. Out: a file of JSON lines, each sealed to the one before by its hash, that survives the end of the process at any
 * moment. Never: rows, secrets, literals unless an operator asks for them.
 */
@NullMarked
package io.sqe.gateway.observation.audit;

import org.jspecify.annotations.NullMarked;
