package io.sqe.gateway.trino.protocol;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client says of itself and its session with every statement.
 *
 * @param user who it says it is; proves nothing
 * @param role the system role it has chosen, as {@code ALL}, {@code NONE} or {@code ROLE{name}}
 * @param transaction the transaction it believes to be in
 * @param dataEncodings of results, the preferred first; empty means JSON within the answer
 */
public record ClientContext(
        Optional<String> user,
        Optional<String> source,
        Optional<String> catalog,
        Optional<String> schema,
        Optional<ZoneId> zone,
        Map<String, String> sessionProperties,
        Map<String, String> preparedStatements,
        Optional<String> role,
        Optional<String> transaction,
        Set<String> capabilities,
        Set<String> clientTags,
        List<String> dataEncodings) {

    public ClientContext {
        sessionProperties = Map.copyOf(sessionProperties);
        preparedStatements = Map.copyOf(preparedStatements);
        capabilities = Set.copyOf(capabilities);
        clientTags = Set.copyOf(clientTags);
        dataEncodings = List.copyOf(dataEncodings);
    }
}
