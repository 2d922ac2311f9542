package io.sqe.gateway.web.view;

import java.time.Instant;

/**
 * A session on one line.
 *
 * @param isThis whether it is the one that looks
 */
public record SessionRow(String id, String user, Instant beganAt, Instant lastUsedAt, Instant endsAt, boolean isThis) {

    /** Enough of the id to tell sessions apart. */
    public String shortId() {
        return id.substring(0, Math.min(id.length(), 8));
    }
}
