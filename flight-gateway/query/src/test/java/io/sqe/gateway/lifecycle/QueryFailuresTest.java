package io.sqe.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.ExecutorException.InvalidValue.Kind;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.QueryProgress.Phase;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryFailuresTest {
    private static final TableName TABLE = TableName.of("lake", "main", "orders");

    private final QueryLife life = new QueryLife();

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(
                        new CatalogException.UnknownNamespace(NamespaceName.of("lake", "x")),
                        ErrorCode.SCHEMA_NOT_FOUND),
                arguments(new CatalogException.UnknownTable(TABLE), ErrorCode.TABLE_NOT_FOUND),
                arguments(new CatalogException.UnknownVersion(TABLE, "1", ""), ErrorCode.INVALID_ARGUMENTS),
                arguments(new CatalogException.InvalidDefinition("x"), ErrorCode.INVALID_ARGUMENTS),
                arguments(new CatalogException.ViolatedConstraint(TABLE, "id", 2), ErrorCode.CONSTRAINT_VIOLATION),
                arguments(new CatalogException.AlreadyExists("Table x"), ErrorCode.TABLE_ALREADY_EXISTS),
                arguments(new CatalogException.NotEmpty(NamespaceName.of("lake", "x")), ErrorCode.SCHEMA_NOT_EMPTY),
                arguments(new CatalogException.NotAllowed("x"), ErrorCode.ACCESS_DENIED),
                arguments(new CatalogException.Conflict(TABLE, cause()), ErrorCode.COMMIT_CONFLICT),
                arguments(new CatalogException.CommitUnknown(TABLE, cause()), ErrorCode.COMMIT_CONFLICT),
                arguments(new CatalogException.DamagedTable("x", cause()), ErrorCode.STORAGE_ERROR),
                arguments(new CatalogException.Unavailable("x", cause()), ErrorCode.CATALOG_UNAVAILABLE),
                arguments(new ExecutorException.InvalidValue(Kind.CAST, "x"), ErrorCode.INVALID_CAST),
                arguments(new ExecutorException.InvalidValue(Kind.DIVISION_BY_ZERO, "x"), ErrorCode.DIVISION_BY_ZERO),
                arguments(
                        new ExecutorException.InvalidValue(Kind.OUT_OF_RANGE, "x"),
                        ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE),
                arguments(new ExecutorException.InvalidValue(Kind.OTHER, "x"), ErrorCode.INVALID_ARGUMENTS),
                arguments(new ExecutorException.OutOfResources("x"), ErrorCode.RESOURCE_EXHAUSTED),
                arguments(new ExecutorException.UnreadableFile("x"), ErrorCode.STORAGE_ERROR),
                arguments(new ExecutorException.UnwritableFile("x"), ErrorCode.STORAGE_ERROR),
                arguments(new ExecutorException.Cancelled(), ErrorCode.QUERY_CANCELLED),
                arguments(new ExecutorException.Unsupported("x"), ErrorCode.NOT_SUPPORTED),
                arguments(new ExecutorException.EngineFault("x", cause()), ErrorCode.INTERNAL_ERROR),
                arguments(new ExecutorException.EngineLost("x"), ErrorCode.ENGINE_LOST));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatAPersonCanActOnHasItsCodeAndKeepsItsWords(RuntimeException failure, ErrorCode code) {
        QueryException told = QueryFailures.end(life, failure);

        assertThat(told.code()).isEqualTo(code);
        assertThat(told).hasMessage(failure.getMessage()).hasCause(failure);
        assertThat(life.progress().phase())
                .isEqualTo(code == ErrorCode.QUERY_CANCELLED ? Phase.CANCELLED : Phase.FAILED);
    }

    @Test
    void aFaultOfOursIsToldByTheQuerysIdAlone() {
        QueryException told = QueryFailures.end(life, cause());

        assertThat(told.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(told).hasMessageContaining(life.id().toString()).hasMessageNotContaining("secret");
    }

    @Test
    void whatWasToldIsToldAsItIs() {
        var known = new QueryException(ErrorCode.ACCESS_DENIED, "no", Optional.empty(), null);

        assertThat(QueryFailures.end(life, known)).isSameAs(known);
    }

    private static RuntimeException cause() {
        return new IllegalStateException("/secret/path");
    }
}
