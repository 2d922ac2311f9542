package io.sqe.policy.decision;

/** SQL text of one expression over a table's stored columns, written by whoever keeps the policy. */
public record SqlExpression(String text) {

    public SqlExpression {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A policy's expression is blank");
        }
    }
}
