package io.sqe.gateway.lifecycle;

import io.sqe.catalog.CatalogException;
import io.sqe.executor.ExecutorException;
import io.sqe.gateway.query.QueryErrorCode;
import io.sqe.gateway.query.QueryException;
import io.sqe.gateway.query.SqlPosition;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import io.sqe.substrait.translation.TranslationException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what any room throws into what the person is told: the one place where failures get their codes. */
final class QueryFailures {
    private static final Logger LOG = LoggerFactory.getLogger(QueryFailures.class);

    private QueryFailures() {}

    /** Ends the query and answers what to throw. */
    static QueryException end(QueryLife life, Throwable failure) {
        QueryException told = of(life, failure);
        life.fail(told.code());
        return told;
    }

    private static QueryException of(QueryLife life, Throwable failure) {
        return switch (failure) {
            case QueryException told -> told;
            case PlannerException planner ->
                new QueryException(codeOf(planner), messageOf(planner), position(planner.span()), planner);
            case TranslationException translation -> told(QueryErrorCode.NOT_SUPPORTED, translation);
            case CatalogException catalog -> told(codeOf(catalog), catalog);
            case ExecutorException executor -> told(codeOf(executor), executor);
            default -> fault(life, failure);
        };
    }

    private static QueryException told(QueryErrorCode code, Throwable failure) {
        return new QueryException(code, messageOf(failure), Optional.empty(), failure);
    }

    private static String messageOf(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static Optional<SqlPosition> position(TextSpan span) {
        return span.line() < 1
                ? Optional.empty()
                : Optional.of(new SqlPosition(span.line(), span.column(), span.endLine(), span.endColumn()));
    }

    private static QueryException fault(QueryLife life, Throwable failure) {
        LOG.atError().addKeyValue("query", life.id()).setCause(failure).log("query failed by a fault of the engine");
        String message =
                "The engine failed on this query (id %s). The log has the cause under this id.".formatted(life.id());
        return new QueryException(QueryErrorCode.INTERNAL_ERROR, message, Optional.<SqlPosition>empty(), failure);
    }

    private static QueryErrorCode codeOf(PlannerException failure) {
        return switch (failure) {
            case PlannerException.SyntaxError _ -> QueryErrorCode.SYNTAX_ERROR;
            case PlannerException.UnknownCatalog _ -> QueryErrorCode.CATALOG_NOT_FOUND;
            case PlannerException.UnknownSchema _ -> QueryErrorCode.SCHEMA_NOT_FOUND;
            case PlannerException.UnknownTable _ -> QueryErrorCode.TABLE_NOT_FOUND;
            case PlannerException.UnknownColumn _ -> QueryErrorCode.COLUMN_NOT_FOUND;
            case PlannerException.UnknownFunction _ -> QueryErrorCode.FUNCTION_NOT_FOUND;
            case PlannerException.UnknownVersion _, PlannerException.InvalidArguments _ ->
                QueryErrorCode.INVALID_ARGUMENTS;
            case PlannerException.TypeMismatch _ -> QueryErrorCode.TYPE_MISMATCH;
            case PlannerException.DuplicateName _ -> QueryErrorCode.DUPLICATE_COLUMN;
            case PlannerException.AmbiguousColumn _, PlannerException.InvalidStatement _ ->
                QueryErrorCode.SEMANTIC_ERROR;
            case PlannerException.Unsupported _ -> QueryErrorCode.NOT_SUPPORTED;
            case PlannerException.TooComplex _ -> QueryErrorCode.RESOURCE_EXHAUSTED;
            case PlannerException.AccessDenied _ -> QueryErrorCode.ACCESS_DENIED;
        };
    }

    private static QueryErrorCode codeOf(CatalogException failure) {
        return switch (failure) {
            case CatalogException.UnknownNamespace _ -> QueryErrorCode.SCHEMA_NOT_FOUND;
            case CatalogException.UnknownTable _ -> QueryErrorCode.TABLE_NOT_FOUND;
            case CatalogException.UnknownVersion _, CatalogException.InvalidDefinition _ ->
                QueryErrorCode.INVALID_ARGUMENTS;
            case CatalogException.AlreadyExists _ -> QueryErrorCode.TABLE_ALREADY_EXISTS;
            case CatalogException.NotEmpty _ -> QueryErrorCode.SCHEMA_NOT_EMPTY;
            case CatalogException.ViolatedConstraint _ -> QueryErrorCode.CONSTRAINT_VIOLATION;
            case CatalogException.TooManyRows _ -> QueryErrorCode.RESOURCE_EXHAUSTED;
            case CatalogException.NotAllowed _ -> QueryErrorCode.ACCESS_DENIED;
            case CatalogException.Conflict _, CatalogException.CommitUnknown _ -> QueryErrorCode.COMMIT_CONFLICT;
            case CatalogException.DamagedTable _ -> QueryErrorCode.STORAGE_ERROR;
            case CatalogException.Unavailable _ -> QueryErrorCode.CATALOG_UNAVAILABLE;
        };
    }

    private static QueryErrorCode codeOf(ExecutorException failure) {
        return switch (failure) {
            case ExecutorException.InvalidValue invalid ->
                switch (invalid.kind()) {
                    case CAST -> QueryErrorCode.INVALID_CAST;
                    case DIVISION_BY_ZERO -> QueryErrorCode.DIVISION_BY_ZERO;
                    case OUT_OF_RANGE -> QueryErrorCode.NUMERIC_VALUE_OUT_OF_RANGE;
                    case OTHER -> QueryErrorCode.INVALID_ARGUMENTS;
                };
            case ExecutorException.OutOfResources _ -> QueryErrorCode.RESOURCE_EXHAUSTED;
            case ExecutorException.UnreadableFile _, ExecutorException.UnwritableFile _ -> QueryErrorCode.STORAGE_ERROR;
            case ExecutorException.Cancelled _ -> QueryErrorCode.QUERY_CANCELLED;
            case ExecutorException.Unsupported _ -> QueryErrorCode.NOT_SUPPORTED;
            case ExecutorException.EngineFault _ -> QueryErrorCode.INTERNAL_ERROR;
            case ExecutorException.EngineLost _ -> QueryErrorCode.ENGINE_LOST;
        };
    }
}
