package io.sqe.gateway.query;

/**
 * How a protocol's edge tells where its clients are, and whom it tells of refusals.
 *
 * @param proxies whose headers are believed
 */
public record ClientWatch(TrustedProxies proxies, AccessObserver refusals) {
    public static final ClientWatch NONE = new ClientWatch(TrustedProxies.NONE, AccessObserver.NONE);
}
