package io.sqe.planner.statement;

/** The value of a property in WITH, as text, and where it is written. */
public record Property(String value, TextSpan span) {}
