package io.sqe.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.failure.Telling;
import io.sqe.gateway.flight.failure.WireFailure;
import io.sqe.gateway.trino.protocol.TrinoError;
import io.sqe.gateway.trino.protocol.TrinoErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page of errors says what the protocols send. */
final class ErrorsPageTest {
    private static final Path PAGE = Path.of("../docs/reference/errors.md");
    private static final String INTRODUCTION = """
            # Errors

            Written by `ErrorsPageTest` from what the protocols send; do not edit, run it with `-Dsqe.golden=rewrite`.

            Every failure that a client is told of has one code. Flight SQL sends it in the trailer `x-sqe-error-code`, with
            `x-sqe-query-id` and, where there is a place in the SQL, `x-sqe-error-line` and `x-sqe-error-column`. Trino's protocol
            sends Trino's own name, number and type; who is not let in gets an HTTP 401, or 429 after too many attempts. Metrics and the audit log have our name.

            *Detail* says whether the message tells what was wrong, or, for faults of the server, an id by which its log does.
            *Again* marks what may well succeed if it is sent again later. *Also called* are the names of the original and its
            founding documents, whose Trino numbers were not Trino's.

            | code | gRPC status | Trino name | number | type | detail | again | also called |
            |---|---|---|---|---|---|---|---|
            """;

    @Test
    void pageSaysWhatTheProtocolsSend() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (ErrorCode code : ErrorCode.values()) {
            page.append(row(code));
        }
        if ("rewrite".equals(System.getProperty("sqe.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page.toString());
    }

    @Test
    void everyNameOfTheOriginalIsStillUnderstood() {
        List<String> original = List.of(
                "Unauthorized",
                "SessionExpired",
                "AUTHENTICATION_FAILED",
                "SESSION_EXPIRED",
                "SYNTAX_ERROR",
                "PARSE_ERROR",
                "SEMANTIC_ERROR",
                "TYPE_MISMATCH",
                "TABLE_NOT_FOUND",
                "COLUMN_NOT_FOUND",
                "SCHEMA_NOT_FOUND",
                "CATALOG_NOT_FOUND",
                "VIEW_NOT_FOUND",
                "FUNCTION_NOT_FOUND",
                "INVALID_ARGUMENTS",
                "DUPLICATE_TABLE",
                "DUPLICATE_COLUMN",
                "DIVISION_BY_ZERO",
                "INVALID_CAST",
                "NOT_SUPPORTED",
                "ACCESS_DENIED",
                "EXECUTION_FAILED",
                "RESOURCE_EXHAUSTED",
                "QUERY_TIMEOUT",
                "QUERY_CANCELLED",
                "CATALOG_ERROR",
                "STORAGE_ERROR",
                "COMMIT_CONFLICT",
                "CATALOG_UNAVAILABLE",
                "CIRCUIT_BREAKER_OPEN",
                "GENERIC_INTERNAL_ERROR",
                "Forbidden",
                "TableNotFound",
                "SchemaNotFound",
                "CatalogUnavailable",
                "InvalidQuery",
                "TypeMismatch",
                "DivisionByZero",
                "QueryTimeout",
                "MemoryLimitExceeded",
                "TooManyRequests",
                "InternalError",
                "SerializationError",
                "ConfigError");
        assertThat(original)
                .allSatisfy(name -> assertThat(ErrorCode.named(name)).isPresent());
        assertThat(ErrorCode.named("TooManyRequests")).hasValue(ErrorCode.TOO_MANY_REQUESTS);
    }

    private static String row(ErrorCode code) {
        QueryException failure = new QueryException(code, "text", Optional.empty(), null);
        RuntimeException wire = WireFailure.of(failure);
        TrinoErrorCode trino = TrinoError.of(failure).code();
        assertThat(trailer(wire)).isEqualTo(code.name());
        assertThat(trino.type().name())
                .as("the type of %s, for both protocols", code)
                .isEqualTo(code.type().name());
        return "| `%s` | %s | %s | %d | %s | %s | %s | %s |%n"
                .formatted(
                        code,
                        Status.fromThrowable(wire).getCode(),
                        trino,
                        trino.number(),
                        trino.type(),
                        switch (code.telling()) {
                            case Telling.Full() -> "yes";
                            case Telling.Redacted _ -> "id";
                        },
                        code.isWorthAnotherTry() ? "yes" : "",
                        String.join(", ", code.aliases()));
    }

    private static String trailer(RuntimeException wire) {
        return Optional.ofNullable(Status.trailersFromThrowable(wire))
                .map(trailers -> trailers.get(Metadata.Key.of("x-sqe-error-code", Metadata.ASCII_STRING_MARSHALLER)))
                .orElseThrow();
    }
}
