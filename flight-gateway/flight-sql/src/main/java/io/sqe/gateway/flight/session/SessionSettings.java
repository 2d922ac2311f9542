package io.sqe.gateway.flight.session;

import io.sqe.catalog.NamespaceName;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.Vocabulary;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.flight.SessionOptionValue;
import org.apache.arrow.flight.SessionOptionValueFactory;
import org.apache.arrow.flight.SessionOptionValueVisitor;
import org.apache.arrow.flight.SetSessionOptionsRequest;
import org.apache.arrow.flight.SetSessionOptionsResult;
import org.apache.arrow.flight.SetSessionOptionsResult.Error;
import org.apache.arrow.flight.SetSessionOptionsResult.ErrorValue;
import org.jspecify.annotations.Nullable;

/** The settings of a session by the names that clients use: {@code catalog}, {@code schema}, {@code time_zone}, {@code resource_group}. */
public final class SessionSettings {
    private static final String CATALOG = "catalog";
    private static final String SCHEMA = "schema";
    private static final String TIME_ZONE = "time_zone";
    private static final String RESOURCE_GROUP = "resource_group";

    private final QueryEngine engine;

    public SessionSettings(QueryEngine engine) {
        this.engine = engine;
    }

    public Map<String, SessionOptionValue> read(FlightSession session) {
        Session current = session.current();
        Map<String, SessionOptionValue> settings = new HashMap<>();
        settings.put(CATALOG, text(current.location().catalog()));
        current.location()
                .namespace()
                .ifPresent(namespace -> settings.put(SCHEMA, text(String.join(".", namespace.levels()))));
        settings.put(TIME_ZONE, text(current.zone().getId()));
        current.resourceGroup().ifPresent(group -> settings.put(RESOURCE_GROUP, text(group)));
        return settings;
    }

    /** Sets what can be set and tells of the rest. The catalog goes first, as the schema is looked for in it. */
    public SetSessionOptionsResult set(SetSessionOptionsRequest request, FlightSession session) {
        Map<String, SessionOptionValue> wanted = new HashMap<>();
        request.getSessionOptions().forEach((name, value) -> wanted.put(name.toLowerCase(Locale.ROOT), value));
        Map<String, Error> errors = new HashMap<>();
        for (String name : List.of(CATALOG, SCHEMA, TIME_ZONE, RESOURCE_GROUP)) {
            SessionOptionValue value = wanted.remove(name);
            if (value != null
                    && value.acceptVisitor(new Text())
                            .filter(text -> set(name, text, session))
                            .isEmpty()) {
                errors.put(name, new Error(ErrorValue.INVALID_VALUE));
            }
        }
        wanted.keySet().forEach(name -> errors.put(name, new Error(ErrorValue.INVALID_NAME)));
        return new SetSessionOptionsResult(errors);
    }

    private boolean set(String name, String value, FlightSession session) {
        return switch (name) {
            case CATALOG -> setCatalog(value, session);
            case SCHEMA -> setSchema(value, session);
            case TIME_ZONE -> setZone(value, session);
            case RESOURCE_GROUP -> setGroup(value, session);
            default -> false;
        };
    }

    private boolean setCatalog(String catalog, FlightSession session) {
        Session current = session.current();
        if (catalog.equals(current.location().catalog())) {
            return true;
        }
        if (!engine.vocabulary(current).catalogs().contains(catalog)) {
            return false;
        }
        current.moveTo(new Session.Location(catalog, Optional.empty()));
        return true;
    }

    private boolean setSchema(String schema, FlightSession session) {
        Session current = session.current();
        String catalog = current.location().catalog();
        if (schema.isEmpty()) {
            current.moveTo(new Session.Location(catalog, Optional.empty()));
            return true;
        }
        Vocabulary words = engine.vocabulary(current);
        Optional<NamespaceName> found = words.namespaces(catalog).stream()
                .filter(namespace -> String.join(".", namespace.levels()).equalsIgnoreCase(schema))
                .findFirst();
        found.ifPresent(namespace -> current.moveTo(new Session.Location(catalog, Optional.of(namespace))));
        return found.isPresent();
    }

    private static boolean setZone(String zone, FlightSession session) {
        try {
            session.setZone(ZoneId.of(zone));
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    /** Whether one may use it is seen when a query starts: that can change meanwhile. */
    private static boolean setGroup(String group, FlightSession session) {
        session.setResourceGroup(Optional.of(group).filter(name -> !name.isBlank()));
        return true;
    }

    private static SessionOptionValue text(String value) {
        return SessionOptionValueFactory.makeSessionOptionValue(value);
    }

    /** The text of a value if it is a text; of no value, which unsets, an empty one. */
    private static final class Text implements SessionOptionValueVisitor<Optional<String>> {
        @Override
        public Optional<String> visit(String value) {
            return Optional.of(value);
        }

        @Override
        public Optional<String> visit(boolean value) {
            return Optional.empty();
        }

        @Override
        public Optional<String> visit(long value) {
            return Optional.empty();
        }

        @Override
        public Optional<String> visit(double value) {
            return Optional.empty();
        }

        @Override
        public Optional<String> visit(String[] value) {
            return Optional.empty();
        }

        @Override
        public Optional<String> visit(@Nullable Void value) {
            return Optional.of("");
        }
    }
}
