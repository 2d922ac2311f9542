package io.sqe.gateway.flight.limit;

import java.time.Duration;

/**
 * What may run at once. The defaults are guesses: more than a busy team, fewer threads than a machine can hold.
 *
 * @param startsMax statements that are planned and started at once; one more waits
 * @param startWait how long it waits before it is refused
 * @param streamsMax results that are sent or received at once; one more is refused
 * @param stalledReaderMax how long a client may leave a result unread before it is cut off
 * @param stalledSenderMax how long a client may send nothing while its next message is waited for
 */
public record WorkLimits(
        int startsMax, Duration startWait, int streamsMax, Duration stalledReaderMax, Duration stalledSenderMax) {

    public WorkLimits {
        Positive.check(
                startsMax, startWait.toNanos(), streamsMax, stalledReaderMax.toNanos(), stalledSenderMax.toNanos());
    }

    public static WorkLimits standard() {
        return new WorkLimits(64, Duration.ofSeconds(30), 512, Duration.ofMinutes(5), Duration.ofMinutes(5));
    }

    public WorkLimits withStreamsMax(int count) {
        return new WorkLimits(startsMax, startWait, count, stalledReaderMax, stalledSenderMax);
    }

    public WorkLimits withStalledReaderMax(Duration wait) {
        return new WorkLimits(startsMax, startWait, streamsMax, wait, stalledSenderMax);
    }

    public WorkLimits withStalledSenderMax(Duration wait) {
        return new WorkLimits(startsMax, startWait, streamsMax, stalledReaderMax, wait);
    }
}
