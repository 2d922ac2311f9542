package io.sqe.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.ExecutorException.InvalidValue.Kind;
import io.sqe.gateway.query.QueryErrorCode;
import io.sqe.gateway.query.QueryException;
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
                        QueryErrorCode.SCHEMA_NOT_FOUND),
                arguments(new CatalogException.UnknownTable(TABLE), QueryErrorCode.TABLE_NOT_FOUND),
                arguments(new CatalogException.UnknownVersion(TABLE, "1", ""), QueryErrorCode.INVALID_ARGUMENTS),
                arguments(new CatalogException.InvalidDefinition("x"), QueryErrorCode.INVALID_ARGUMENTS),
                arguments(new CatalogException.ViolatedConstraint(TABLE, "id", 2), QueryErrorCode.CONSTRAINT_VIOLATION),
                arguments(new CatalogException.AlreadyExists("Table x"), QueryErrorCode.TABLE_ALREADY_EXISTS),
                arguments(
                        new CatalogException.NotEmpty(NamespaceName.of("lake", "x")), QueryErrorCode.SCHEMA_NOT_EMPTY),
                arguments(new CatalogException.NotAllowed("x"), QueryErrorCode.ACCESS_DENIED),
                arguments(new CatalogException.Conflict(TABLE, cause()), QueryErrorCode.COMMIT_CONFLICT),
                arguments(new CatalogException.CommitUnknown(TABLE, cause()), QueryErrorCode.COMMIT_CONFLICT),
                arguments(new CatalogException.DamagedTable("x", cause()), QueryErrorCode.STORAGE_ERROR),
                arguments(new CatalogException.Unavailable("x", cause()), QueryErrorCode.CATALOG_UNAVAILABLE),
                arguments(new ExecutorException.InvalidValue(Kind.CAST, "x"), QueryErrorCode.INVALID_CAST),
                arguments(
                        new ExecutorException.InvalidValue(Kind.DIVISION_BY_ZERO, "x"),
                        QueryErrorCode.DIVISION_BY_ZERO),
                arguments(
                        new ExecutorException.InvalidValue(Kind.OUT_OF_RANGE, "x"),
                        QueryErrorCode.NUMERIC_VALUE_OUT_OF_RANGE),
                arguments(new ExecutorException.InvalidValue(Kind.OTHER, "x"), QueryErrorCode.INVALID_ARGUMENTS),
                arguments(new ExecutorException.OutOfResources("x"), QueryErrorCode.RESOURCE_EXHAUSTED),
                arguments(new ExecutorException.UnreadableFile("x"), QueryErrorCode.STORAGE_ERROR),
                arguments(new ExecutorException.UnwritableFile("x"), QueryErrorCode.STORAGE_ERROR),
                arguments(new ExecutorException.Cancelled(), QueryErrorCode.QUERY_CANCELLED),
                arguments(new ExecutorException.Unsupported("x"), QueryErrorCode.NOT_SUPPORTED),
                arguments(new ExecutorException.EngineFault("x", cause()), QueryErrorCode.INTERNAL_ERROR),
                arguments(new ExecutorException.EngineLost("x"), QueryErrorCode.ENGINE_LOST));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatAPersonCanActOnHasItsCodeAndKeepsItsWords(RuntimeException failure, QueryErrorCode code) {
        QueryException told = QueryFailures.end(life, failure);

        assertThat(told.code()).isEqualTo(code);
        assertThat(told).hasMessage(failure.getMessage()).hasCause(failure);
        assertThat(life.progress().phase())
                .isEqualTo(code == QueryErrorCode.QUERY_CANCELLED ? Phase.CANCELLED : Phase.FAILED);
    }

    @Test
    void aFaultOfOursIsToldByTheQuerysIdAlone() {
        QueryException told = QueryFailures.end(life, cause());

        assertThat(told.code()).isEqualTo(QueryErrorCode.INTERNAL_ERROR);
        assertThat(told).hasMessageContaining(life.id().toString()).hasMessageNotContaining("secret");
    }

    @Test
    void whatWasToldIsToldAsItIs() {
        var known = new QueryException(QueryErrorCode.ACCESS_DENIED, "no", Optional.empty(), null);

        assertThat(QueryFailures.end(life, known)).isSameAs(known);
    }

    private static RuntimeException cause() {
        return new IllegalStateException("/secret/path");
    }
}
