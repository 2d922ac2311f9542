package io.sqe.gateway.lifecycle;

import io.sqe.catalog.CatalogException;
import io.sqe.executor.ExecutorException;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.failure.SqlPosition;
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
            case TranslationException translation -> told(ErrorCode.NOT_SUPPORTED, translation);
            case CatalogException catalog -> told(codeOf(catalog), catalog);
            case ExecutorException executor -> told(codeOf(executor), executor);
            default -> fault(life, failure);
        };
    }

    private static QueryException told(ErrorCode code, Throwable failure) {
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
        return new QueryException(ErrorCode.INTERNAL_ERROR, message, Optional.<SqlPosition>empty(), failure);
    }

    private static ErrorCode codeOf(PlannerException failure) {
        return switch (failure) {
            case PlannerException.SyntaxError _ -> ErrorCode.SYNTAX_ERROR;
            case PlannerException.UnknownCatalog _ -> ErrorCode.CATALOG_NOT_FOUND;
            case PlannerException.UnknownSchema _ -> ErrorCode.SCHEMA_NOT_FOUND;
            case PlannerException.UnknownTable _ -> ErrorCode.TABLE_NOT_FOUND;
            case PlannerException.UnknownColumn _ -> ErrorCode.COLUMN_NOT_FOUND;
            case PlannerException.UnknownFunction _ -> ErrorCode.FUNCTION_NOT_FOUND;
            case PlannerException.UnknownVersion _, PlannerException.InvalidArguments _ -> ErrorCode.INVALID_ARGUMENTS;
            case PlannerException.TypeMismatch _ -> ErrorCode.TYPE_MISMATCH;
            case PlannerException.DuplicateName _ -> ErrorCode.DUPLICATE_COLUMN;
            case PlannerException.AmbiguousColumn _, PlannerException.InvalidStatement _ -> ErrorCode.SEMANTIC_ERROR;
            case PlannerException.Unsupported _ -> ErrorCode.NOT_SUPPORTED;
            case PlannerException.TooComplex _ -> ErrorCode.RESOURCE_EXHAUSTED;
            case PlannerException.AccessDenied _ -> ErrorCode.ACCESS_DENIED;
        };
    }

    private static ErrorCode codeOf(CatalogException failure) {
        return switch (failure) {
            case CatalogException.UnknownNamespace _ -> ErrorCode.SCHEMA_NOT_FOUND;
            case CatalogException.UnknownTable _ -> ErrorCode.TABLE_NOT_FOUND;
            case CatalogException.UnknownVersion _, CatalogException.InvalidDefinition _ -> ErrorCode.INVALID_ARGUMENTS;
            case CatalogException.AlreadyExists _ -> ErrorCode.TABLE_ALREADY_EXISTS;
            case CatalogException.NotEmpty _ -> ErrorCode.SCHEMA_NOT_EMPTY;
            case CatalogException.ViolatedConstraint _ -> ErrorCode.CONSTRAINT_VIOLATION;
            case CatalogException.TooManyRows _ -> ErrorCode.RESOURCE_EXHAUSTED;
            case CatalogException.NotAllowed _ -> ErrorCode.ACCESS_DENIED;
            case CatalogException.Conflict _, CatalogException.CommitUnknown _ -> ErrorCode.COMMIT_CONFLICT;
            case CatalogException.DamagedTable _ -> ErrorCode.STORAGE_ERROR;
            case CatalogException.Unavailable _ -> ErrorCode.CATALOG_UNAVAILABLE;
        };
    }

    private static ErrorCode codeOf(ExecutorException failure) {
        return switch (failure) {
            case ExecutorException.InvalidValue invalid ->
                switch (invalid.kind()) {
                    case CAST -> ErrorCode.INVALID_CAST;
                    case DIVISION_BY_ZERO -> ErrorCode.DIVISION_BY_ZERO;
                    case OUT_OF_RANGE -> ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE;
                    case OTHER -> ErrorCode.INVALID_ARGUMENTS;
                };
            case ExecutorException.OutOfResources _ -> ErrorCode.RESOURCE_EXHAUSTED;
            case ExecutorException.UnreadableFile _, ExecutorException.UnwritableFile _ -> ErrorCode.STORAGE_ERROR;
            case ExecutorException.Cancelled _ -> ErrorCode.QUERY_CANCELLED;
            case ExecutorException.Unsupported _ -> ErrorCode.NOT_SUPPORTED;
            case ExecutorException.EngineFault _ -> ErrorCode.INTERNAL_ERROR;
            case ExecutorException.EngineLost _ -> ErrorCode.ENGINE_LOST;
        };
    }
}
