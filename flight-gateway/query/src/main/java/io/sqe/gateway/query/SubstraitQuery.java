package io.sqe.gateway.query;

import io.sqe.substrait.reading.ClientPlan;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One query as a Substrait plan that somebody's program has made. Nothing in its bytes is believed. */
public final class SubstraitQuery implements QueryInput {
    /** The oldest version of Substrait that plans may be of. */
    public static final String VERSION_MIN = ClientPlan.VERSION_MIN;

    /** The newest version of Substrait of which everything is known here. */
    public static final String VERSION_MAX = ClientPlan.VERSION_MAX;

    /** Enough of a plan's fingerprint to tell it from others in a history. */
    private static final int FINGERPRINT_BYTES = 16;

    private final byte[] plan;

    public SubstraitQuery(byte[] plan) {
        this.plan = plan.clone();
    }

    /** The message's bytes. */
    public byte[] plan() {
        return plan.clone();
    }

    /** Bytes of the message. */
    public int size() {
        return plan.length;
    }

    /** Equal for equal plans. */
    @Override
    public String text() {
        return "SUBSTRAIT PLAN \"sha256:%s\"".formatted(fingerprint());
    }

    private String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plan);
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
