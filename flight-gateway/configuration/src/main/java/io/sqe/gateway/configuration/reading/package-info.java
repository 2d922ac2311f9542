/**
 * Reads settings from a TOML file and from the environment.
 *
 * <p>In: a file, environment variables and the keys that exist. Out: {@link
 * io.sqe.gateway.configuration.key.Settings}, and every problem with them at once. Never: what a key means to the server.
 */
@NullMarked
package io.sqe.gateway.configuration.reading;

import org.jspecify.annotations.NullMarked;
