/**
 * What a server logs, and how: on standard error, a line an event, for people or for collectors.
 *
 * <p>In: events of our code and of libraries, whichever way they log. Out: lines that name the query, its user and its trace, where
 * there is one. Never: a line that somebody else's text has broken in two.
 */
@NullMarked
package io.sqe.cli.logging;

import org.jspecify.annotations.NullMarked;
