package io.sqe.gateway.web;

/**
 * How the pages are reached.
 *
 * @param plainHttp whether passwords may come without TLS
 */
public record WebOptions(int port, String version, String role, PlainHttp plainHttp) {

    /** What becomes of a login that TLS does not protect. */
    public enum PlainHttp {
        /** Nobody else listens, or something in front has TLS. */
        ALLOWED,
        REFUSED
    }
}
