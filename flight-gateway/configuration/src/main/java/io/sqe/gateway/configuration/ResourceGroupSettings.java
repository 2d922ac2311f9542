package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.util.List;
import java.util.Set;

/**
 * Queries that share limits: {@code [resource_groups.NAME]}.
 *
 * @param users who may use it, beside those with one of the roles; if both are empty, everybody may
 */
public record ResourceGroupSettings(
        String name,
        Set<String> users,
        Set<String> roles,
        Set<String> sources,
        int concurrentMax,
        int queuedMax,
        int memoryPercent,
        int weight) {

    static final String GROUPS = "resource_groups";

    static final Key<List<String>> USERS = Key.of(
                    "resource_groups.*.users",
                    ValueType.texts(),
                    List.of(),
                    "Users that may use the group; `etl-*` is all that begin so. Without users and roles everybody may who asks for it.")
            .reloadable();
    static final Key<List<String>> ROLES = Key.of(
                    "resource_groups.*.roles", ValueType.texts(), List.of(), "Roles whose owners may use the group.")
            .reloadable();
    static final Key<List<String>> SOURCES = Key.of(
                    "resource_groups.*.sources",
                    ValueType.texts(),
                    List.of(),
                    "Programs, as they call themselves (`X-Trino-Source`, `x-sqe-source`), whose queries go here unasked. Opens the group to nobody.")
            .reloadable();
    static final Key<Long> MAX_CONCURRENT = Key.of(
                    "resource_groups.*.max_concurrent",
                    ValueType.count(1, 100_000),
                    100L,
                    "Queries of the group that run at a time.")
            .reloadable();
    static final Key<Long> MAX_QUEUED = Key.of(
                    "resource_groups.*.max_queued",
                    ValueType.count(0, 1_000_000),
                    1000L,
                    "Queries of the group that wait; the next is refused at once.")
            .reloadable();
    static final Key<Long> MEMORY_PERCENT = Key.of(
                    "resource_groups.*.memory_percent",
                    ValueType.count(1, 100),
                    100L,
                    "Share of `coordinator.memory_limit` that its queries may set aside together.")
            .reloadable();
    static final Key<Long> WEIGHT = Key.of(
                    "resource_groups.*.weight",
                    ValueType.count(1, 1000),
                    1L,
                    "A group of twice the weight gets twice the places while both have queries waiting.")
            .reloadable();

    static final List<Key<?>> KEYS = List.of(USERS, ROLES, SOURCES, MAX_CONCURRENT, MAX_QUEUED, MEMORY_PERCENT, WEIGHT);

    public ResourceGroupSettings {
        users = Set.copyOf(users);
        roles = Set.copyOf(roles);
        sources = Set.copyOf(sources);
    }

    static List<ResourceGroupSettings> of(Settings settings) {
        return settings.names(GROUPS).stream().map(name -> of(settings, name)).toList();
    }

    private static ResourceGroupSettings of(Settings settings, String name) {
        return new ResourceGroupSettings(
                name,
                Set.copyOf(settings.value(USERS, name)),
                Set.copyOf(settings.value(ROLES, name)),
                Set.copyOf(settings.value(SOURCES, name)),
                Math.toIntExact(settings.value(MAX_CONCURRENT, name)),
                Math.toIntExact(settings.value(MAX_QUEUED, name)),
                Math.toIntExact(settings.value(MEMORY_PERCENT, name)),
                Math.toIntExact(settings.value(WEIGHT, name)));
    }
}
