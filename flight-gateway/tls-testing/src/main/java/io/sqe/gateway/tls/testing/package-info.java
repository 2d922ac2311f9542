/**
 * Certificates for the tests of rooms that speak TLS.
 *
 * <p>In: a folder and a name. Out: a {@link io.sqe.gateway.tls.testing.TestCertificate}. Never: anything that is shipped.
 */
@NullMarked
package io.sqe.gateway.tls.testing;

import org.jspecify.annotations.NullMarked;
