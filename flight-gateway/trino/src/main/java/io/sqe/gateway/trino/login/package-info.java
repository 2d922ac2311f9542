/**
 * Logins that a program begins and a person finishes in a browser.
 *
 * <p>In: a program without credentials, later a person who has proved who it is. Out: an address for the one, another for the other,
 * and the token that the program waits for. Never: HTTP, passwords, where a token comes from.
 */
@NullMarked
package io.sqe.gateway.trino.login;

import org.jspecify.annotations.NullMarked;
