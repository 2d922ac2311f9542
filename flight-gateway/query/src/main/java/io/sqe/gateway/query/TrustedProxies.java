package io.sqe.gateway.query;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells where a call comes from. What a header says of that counts only as far as machines say it that are trusted to: the address
 * is the last in the chain that is none of theirs.
 */
public record TrustedProxies(List<Network> networks) {
    /** Nobody is believed: the address is the other end of the connection. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    /** Of one header; a longer chain is nobody's. */
    private static final int CHAIN_MAX = 32;

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    /**
     * Reads addresses and networks.
     *
     * @param texts such as {@code 10.0.0.1} and {@code 10.0.0.0/8}
     * @throws IllegalArgumentException if one of them is neither
     */
    public static TrustedProxies parse(List<String> texts) {
        return new TrustedProxies(texts.stream().map(Network::parse).toList());
    }

    /**
     * A client's address.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the header {@code X-Forwarded-For}
     */
    public String client(String peer, Optional<String> forwardedFor) {
        String client = peer;
        List<String> chain =
                forwardedFor.map(text -> List.of(text.split(",", CHAIN_MAX))).orElse(List.of());
        for (String hop : chain.reversed()) {
            Optional<String> address = literal(hop);
            if (!isTrusted(client) || address.isEmpty()) {
                return client;
            }
            client = address.get();
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return !networks.isEmpty() && networks.stream().anyMatch(network -> network.contains(address));
    }

    /** In its usual form; empty for what is no address, such as a name. */
    private static Optional<String> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text.strip()).getHostAddress());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Addresses that begin with the same bits. */
    public record Network(InetAddress address, int bits) {

        static Network parse(String text) {
            String[] parts = text.strip().split("/", 2);
            try {
                InetAddress address = InetAddress.ofLiteral(parts[0]);
                int all = address.getAddress().length * 8;
                int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
                if (bits >= 0 && bits <= all) {
                    return new Network(address, bits);
                }
            } catch (IllegalArgumentException malformed) {
                throw new IllegalArgumentException(text + " is no address or network such as 10.0.0.0/8", malformed);
            }
            throw new IllegalArgumentException(text + " has more bits than an address");
        }

        boolean contains(String text) {
            try {
                byte[] other = InetAddress.ofLiteral(text).getAddress();
                byte[] own = address.getAddress();
                int whole = bits / 8;
                if (other.length != own.length || Arrays.mismatch(own, 0, whole, other, 0, whole) >= 0) {
                    return false;
                }
                int rest = bits % 8;
                return rest == 0 || ((own[whole] ^ other[whole]) & 0xff) >> (8 - rest) == 0;
            } catch (IllegalArgumentException noAddress) {
                return false;
            }
        }
    }
}
