/**
 * The lexical grammar of SQL, and what a script is made of.
 *
 * <p>In: text, whole or as a stream. Out: tokens, and the statements and dot commands of a script with the places where they
 * stand. Never: the meaning of a statement, the terminal.
 */
@NullMarked
package io.sqe.cli.statement;

import org.jspecify.annotations.NullMarked;
