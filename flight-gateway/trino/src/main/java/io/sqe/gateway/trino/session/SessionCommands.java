package io.sqe.gateway.trino.session;

import io.sqe.gateway.trino.protocol.ClientContext;
import io.sqe.gateway.trino.protocol.SessionChange;
import io.sqe.gateway.trino.protocol.TrinoError;
import io.sqe.gateway.trino.protocol.TrinoErrorCode;
import io.sqe.gateway.trino.statement.ListedRows;
import io.sqe.gateway.trino.statement.RunningStatement;
import io.sqe.gateway.trino.statement.StatementFailedException;
import io.sqe.gateway.trino.type.TrinoColumn;
import io.sqe.gateway.trino.type.TrinoType;
import io.sqe.policy.decision.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers statements that change the session and nothing else. The client keeps what has changed. */
final class SessionCommands {
    private final ClientContext context;
    private final Principal principal;

    SessionCommands(ClientContext context, Principal principal) {
        this.context = context;
        this.principal = principal;
    }

    RunningStatement prepare(SessionStatement.Prepare statement) {
        if (SessionStatementParser.find(statement.sql()).isPresent()) {
            throw failure(
                    TrinoErrorCode.NOT_SUPPORTED, "Cannot prepare a statement about the session. Send it as it is.");
        }
        return CompletedStatement.change("PREPARE", new SessionChange.AddedPrepare(statement.name(), statement.sql()));
    }

    RunningStatement deallocate(String name) {
        prepared(name);
        return CompletedStatement.change("DEALLOCATE", new SessionChange.DeallocatedPrepare(name));
    }

    /** The text of a prepared statement, as the client has sent it along. */
    String prepared(String name) {
        String sql = context.preparedStatements().get(name);
        if (sql == null) {
            throw failure(TrinoErrorCode.NOT_FOUND, "Prepared statement not found: " + name);
        }
        return sql;
    }

    RunningStatement setSession(SessionStatement.SetSession statement) {
        SessionProperty property = property(statement.property());
        if (!property.isValid(statement.value())) {
            throw failure(
                    TrinoErrorCode.INVALID_SESSION_PROPERTY,
                    "%s is invalid: %s".formatted(statement.property(), statement.value()));
        }
        return CompletedStatement.change(
                "SET SESSION", new SessionChange.SetSession(statement.property(), statement.value()));
    }

    RunningStatement resetSession(String name) {
        return CompletedStatement.change(
                "RESET SESSION", new SessionChange.ClearSession(property(name).propertyName()));
    }

    RunningStatement showSession(Optional<String> like) {
        List<TrinoColumn> columns = List.of("Name", "Value", "Default", "Type", "Description").stream()
                .map(name -> new TrinoColumn(name, TrinoType.VARCHAR))
                .toList();
        Pattern pattern = like.map(SessionCommands::pattern).orElse(Pattern.compile(".*"));
        List<List<Object>> rows = new ArrayList<>();
        for (SessionProperty property : SessionProperty.values()) {
            String name = property.propertyName();
            if (pattern.matcher(name).matches()) {
                String value = context.sessionProperties().getOrDefault(name, property.standard());
                rows.add(List.of(name, value, property.standard(), property.type(), property.description()));
            }
        }
        return CompletedStatement.rows(new ListedRows(columns, rows));
    }

    /**
     * A role is checked and remembered by the client; all of the person's roles stay in force. Roles restrict as well as they permit,
     * so that to give one up could show more.
     */
    RunningStatement setRole(SessionStatement.SetRole statement) {
        if (statement.role().isEmpty()) {
            return CompletedStatement.change("SET ROLE", new SessionChange.SetRole("ALL"));
        }
        String role = statement.role().get();
        if (role.equals("none")) {
            throw failure(
                    TrinoErrorCode.NOT_SUPPORTED,
                    "Cannot give up roles: they restrict what is seen as well as they permit it. Use SET ROLE ALL.");
        }
        checkRole(role);
        return CompletedStatement.change("SET ROLE", new SessionChange.SetRole("ROLE{" + role + "}"));
    }

    void checkRole(String role) {
        if (!principal.roles().contains(role)) {
            throw failure(TrinoErrorCode.PERMISSION_DENIED, "Access Denied: Cannot set role " + role);
        }
    }

    RunningStatement setTimeZone(SessionStatement.SetTimeZone statement) {
        String name = SessionProperty.TIME_ZONE_ID.propertyName();
        if (statement.zone().isEmpty()) {
            return CompletedStatement.change("SET TIME ZONE", new SessionChange.ClearSession(name));
        }
        String zone = statement.zone().get();
        if (!SessionProperty.TIME_ZONE_ID.isValid(zone)) {
            throw failure(
                    TrinoErrorCode.INVALID_ARGUMENTS,
                    "Cannot set the time zone: there is no zone '%s'.".formatted(zone));
        }
        return CompletedStatement.change("SET TIME ZONE", new SessionChange.SetSession(name, zone));
    }

    /** Every statement commits by itself; a transaction groups reads and nothing else, as with Trino's own Iceberg catalogs. */
    RunningStatement startTransaction() {
        if (context.transaction().isPresent()) {
            throw failure(TrinoErrorCode.NOT_SUPPORTED, "Nested transactions not supported");
        }
        return CompletedStatement.change(
                "START TRANSACTION",
                new SessionChange.StartedTransaction(UUID.randomUUID().toString()));
    }

    RunningStatement endTransaction(String word) {
        if (context.transaction().isEmpty()) {
            throw failure(TrinoErrorCode.NOT_IN_TRANSACTION, "No transaction in progress");
        }
        return CompletedStatement.change(word, new SessionChange.ClearedTransaction());
    }

    private static SessionProperty property(String name) {
        return SessionProperty.find(name)
                .orElseThrow(() -> failure(
                        TrinoErrorCode.INVALID_SESSION_PROPERTY,
                        "Session property '%s' does not exist".formatted(name)));
    }

    private static Pattern pattern(String like) {
        return Pattern.compile(like.chars()
                .mapToObj(c -> switch (c) {
                    case '%' -> ".*";
                    case '_' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining()));
    }

    static StatementFailedException failure(TrinoErrorCode code, String message) {
        return new StatementFailedException(TrinoError.of(code, message));
    }
}
