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
    private final Optional<String> resourceGroup;
    private final AtomicReference<Location> location;

    public Session(Principal principal, String catalog, Optional<NamespaceName> namespace, ZoneId zone) {
        this(principal, catalog, namespace, zone, Optional.empty());
    }

    /** @param resourceGroup the one that was asked for; whether the principal may use it is not decided here */
    public Session(
            Principal principal,
            String catalog,
            Optional<NamespaceName> namespace,
            ZoneId zone,
            Optional<String> resourceGroup) {
        this.principal = principal;
        this.zone = zone;
        this.resourceGroup = resourceGroup;
        this.location = new AtomicReference<>(new Location(catalog, namespace));
    }

    public Principal principal() {
        return principal;
    }

    /** The zone of {@code current_timestamp} and of casts between times with and without zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Where its queries wait for their turns and whose limits they share, if the session says so. */
    public Optional<String> resourceGroup() {
        return resourceGroup;
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
