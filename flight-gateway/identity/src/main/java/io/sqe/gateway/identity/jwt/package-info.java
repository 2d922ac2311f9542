/**
 * Tokens that an identity provider has signed.
 *
 * <p>In: a bearer token, the provider's public keys from a file or an address. Out: a principal with the roles that the token names.
 * Never: a secret, a key that a token brings along, a login.
 */
@NullMarked
package io.sqe.gateway.identity.jwt;

import org.jspecify.annotations.NullMarked;
