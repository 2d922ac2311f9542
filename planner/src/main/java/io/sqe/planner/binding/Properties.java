package io.sqe.planner.binding;

import io.sqe.catalog.TableDefinition;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.Property;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What WITH says of a table or schema. */
final class Properties {
    private static final String FORMAT_VERSION = "format_version";
    private static final String ICEBERG_FORMAT_VERSION = "format-version";

    private Properties() {}

    static Map<String, String> texts(Map<String, Property> properties) {
        return properties.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    /** The properties to store: without what is a part of the table's definition. */
    static Map<String, String> stored(Map<String, Property> properties, Optional<String> comment) {
        Map<String, String> stored = new HashMap<>(texts(properties));
        stored.remove(FORMAT_VERSION);
        stored.remove(ICEBERG_FORMAT_VERSION);
        comment.ifPresent(text -> stored.put("comment", text));
        return stored;
    }

    static int formatVersion(Map<String, Property> properties) {
        Property version = properties.getOrDefault(FORMAT_VERSION, properties.get(ICEBERG_FORMAT_VERSION));
        if (version == null) {
            return TableDefinition.FORMAT_VERSION_DEFAULT;
        }
        return switch (version.value()) {
            case "2" -> 2;
            case "3" -> 3;
            default ->
                throw new PlannerException.InvalidStatement(
                        "Cannot create a table of format version %s. Set format_version to 2 or 3."
                                .formatted(version.value()),
                        version.span());
        };
    }
}
