package io.sqe.gateway.trino.type;

/** A column of a result. */
public record TrinoColumn(String name, TrinoType type) {}
