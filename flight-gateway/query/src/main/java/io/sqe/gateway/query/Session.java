package io.sqe.gateway.query;

import io.sqe.catalog.NamespaceName;
import io.sqe.policy.decision.Principal;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Who asks, and what unqualified names mean to them. Safe for use by many threads. */
public final class Session {
    private final Principal principal;
    private final ZoneId zone;
    private final AtomicReference<Location> location;

    public Session(Principal principal, String catalog, Optional<NamespaceName> namespace, ZoneId zone) {
        this.principal = principal;
        this.zone = zone;
        this.location = new AtomicReference<>(new Location(catalog, namespace));
    }

    public Principal principal() {
        return principal;
    }

    /** The zone of {@code current_timestamp} and of casts between times with and without zone. */
    public ZoneId zone() {
        return zone;
    }

    public Location location() {
        return location.get();
    }

    /** What USE does. */
    public void moveTo(Location there) {
        location.set(there);
    }

    /** The catalog, and maybe the namespace, that unqualified names are looked up in. */
    public record Location(String catalog, Optional<NamespaceName> namespace) {}
}
