package io.sqe.gateway.query;

/** One statement as somebody has written it. */
public record SqlText(String text) implements QueryInput {}
