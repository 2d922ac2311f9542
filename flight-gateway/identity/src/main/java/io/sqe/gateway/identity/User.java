package io.sqe.gateway.identity;

import io.sqe.policy.decision.Principal;

/** Somebody in a file of users. */
record User(Principal principal, PasswordHash password) {}
