package io.sqe.gateway.trino.login;

import java.time.Duration;

/**
 * What logins may take.
 *
 * @param validFor how long a person has to log in
 * @param tokenKeptFor how long a program has to fetch the token then
 * @param finishedMax logins that are remembered, so that none is finished twice; further ones are refused
 * @param waitingMax programs that are waited with at the same time; others are answered at once
 * @param waitMax how long an answer waits for the person
 */
public record LoginLimits(Duration validFor, Duration tokenKeptFor, int finishedMax, int waitingMax, Duration waitMax) {

    /** The original's time for the person; the others are guesses that no measurement stands behind. */
    public static LoginLimits standard() {
        return new LoginLimits(Duration.ofMinutes(15), Duration.ofMinutes(2), 10_000, 1_000, Duration.ofSeconds(2));
    }

    public LoginLimits withValidFor(Duration time) {
        return new LoginLimits(time, tokenKeptFor, finishedMax, waitingMax, waitMax);
    }
}
