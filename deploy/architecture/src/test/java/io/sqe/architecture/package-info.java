/**
 * Holds the house rules: who may see whom, how things are called, what a committed file may say.
 *
 * <p>In: the classes of every artifact and the files of the repository. Out: a failed test for each broken rule. Never:
 * a rule that the compiler, the formatter or the dependency analysis already holds.
 */
@NullMarked
package io.sqe.architecture;

import org.jspecify.annotations.NullMarked;
