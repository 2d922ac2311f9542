package io.sqe.policy.file;

import java.util.Optional;

/** A policy file that cannot be read or understood. Nothing of it is then in force: no access is given. */
public final class PolicyFileException extends RuntimeException {
    private final Optional<Position> position;

    PolicyFileException(String file, Optional<Position> position, String problem) {
        super("Policy file %s%s: %s No access is given until it is repaired."
                .formatted(
                        file,
                        position.map(at -> ", line %d, column %d".formatted(at.line(), at.column()))
                                .orElse(""),
                        problem));
        this.position = position;
    }

    /** Where in the file, as far as it is known. */
    public Optional<Position> position() {
        return position;
    }

    /** A place in the file, counted from 1. */
    public record Position(int line, int column) {}
}
