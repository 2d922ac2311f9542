package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration that the server does not start with; all that is wrong with it at once. */
public final class ConfigurationException extends RuntimeException {
    private final transient List<Problem> problems;

    public ConfigurationException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Warnings too, in the order in which they were found. */
    public List<Problem> problems() {
        return problems;
    }
}
