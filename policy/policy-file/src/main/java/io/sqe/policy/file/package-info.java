/**
 * Decides from rules in a TOML file who may see what of a table.
 *
 * <p>In: the file's text, then a {@link io.sqe.policy.decision.Principal} and a table. Out: a
 * {@link io.sqe.policy.decision.TableAccess}. Never: access because something could not be read or understood.
 */
@NullMarked
package io.sqe.policy.file;

import org.jspecify.annotations.NullMarked;
