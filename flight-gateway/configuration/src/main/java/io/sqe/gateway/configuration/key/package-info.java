/**
 * What a configuration key is.
 *
 * <p>In: texts, from whatever source. Out: typed values with the place they came from, and problems. Never: a file, the
 * environment, what a key means to the server.
 */
@NullMarked
package io.sqe.gateway.configuration.key;

import org.jspecify.annotations.NullMarked;
