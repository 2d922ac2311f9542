/**
 * The server's settings, checked as a whole before anything is opened.
 *
 * <p>In: a TOML file and the environment. Out: {@link io.sqe.gateway.configuration.ServerConfiguration}, immutable records by
 * section, with warnings, or every error at once; and the reference page. Never: a socket, an engine, a secret in any text.
 */
@NullMarked
package io.sqe.gateway.configuration;

import org.jspecify.annotations.NullMarked;
