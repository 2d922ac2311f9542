package io.sqe.gateway.web;

import io.sqe.gateway.session.SessionClaims;
import io.sqe.policy.decision.Principal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody who has logged in.
 *
 * @param token the session's; a secret
 */
record Visitor(String token, SessionClaims claims) {
    private static final String MAC = "HmacSHA256";
    private static final byte[] PURPOSE = "sqe form".getBytes(StandardCharsets.US_ASCII);

    Principal principal() {
        return claims.principal();
    }

    /** Only our own pages can have it: it is made of the session's token, which no script and no other site can read. */
    String csrf() {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), MAC));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + MAC, impossible);
        }
    }

    boolean sent(String csrf) {
        return MessageDigest.isEqual(csrf().getBytes(StandardCharsets.UTF_8), csrf.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Visitor[" + claims + "]";
    }
}
