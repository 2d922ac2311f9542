/**
 * What a server proves itself with.
 *
 * <p>In: PEM files. Out: a certificate chain and its key, known to belong together. Never: a socket, a key in any text.
 */
@NullMarked
package io.sqe.gateway.configuration.tls;

import org.jspecify.annotations.NullMarked;
