package io.sqe.planner.binding;

import io.sqe.catalog.IfExists;
import io.sqe.catalog.IfMissing;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.ViewMetadata;
import io.sqe.planner.statement.LikePattern;
import io.sqe.planner.statement.OrReplace;
import io.sqe.planner.statement.Statement.ExplainMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statement whose names and types are resolved, ready to be run.
 *
 * @param <P> what its queries are planned as: {@link BoundPlan}, and after securing {@code SecuredPlan}
 */
public sealed interface BoundStatement<P> {

    /** The same statement with its plans turned into others. */
    <Q> BoundStatement<Q> map(Function<P, Q> change);

    /** A query. */
    record Query<P>(P plan) implements BoundStatement<P> {
        @Override
        public <Q> BoundStatement<Q> map(Function<P, Q> change) {
            return new Query<>(change.apply(plan));
        }
    }

    /** Rows for a table; the source has exactly its columns, in their order and of their types. */
    record Insert<P>(TableMetadata target, P source) implements BoundStatement<P> {
        @Override
        public <Q> BoundStatement<Q> map(Function<P, Q> change) {
            return new Insert<>(target, change.apply(source));
        }
    }

    /** A new table, with the rows of the source if there is one. */
    record CreateTable<P>(TableDefinition definition, OrReplace orReplace, IfExists ifExists, Optional<P> source)
            implements BoundStatement<P> {
        @Override
        public <Q> BoundStatement<Q> map(Function<P, Q> change) {
            return new CreateTable<>(definition, orReplace, ifExists, source.map(change));
        }
    }

    /** Shows how a statement is run. */
    record Explain<P>(ExplainMode mode, BoundStatement<P> explained) implements BoundStatement<P> {
        @Override
        public <Q> BoundStatement<Q> map(Function<P, Q> change) {
            return new Explain<>(mode, explained.map(change));
        }
    }

    /** A statement without a plan. */
    record Command<P>(CatalogCommand command) implements BoundStatement<P> {
        @Override
        public <Q> BoundStatement<Q> map(Function<P, Q> change) {
            return new Command<>(command);
        }
    }

    /** What is asked of a catalog or a session. */
    sealed interface CatalogCommand {

        record CreateSchema(NamespaceName name, IfExists ifExists, Map<String, String> properties)
                implements CatalogCommand {}

        record DropSchema(NamespaceName name, IfMissing ifMissing) implements CatalogCommand {}

        record DropTable(TableName name, IfMissing ifMissing) implements CatalogCommand {}

        record CreateView(ViewMetadata view, OrReplace orReplace, IfExists ifExists) implements CatalogCommand {}

        record DropView(TableName name, IfMissing ifMissing) implements CatalogCommand {}

        /** The session moves: an empty namespace leaves it with the catalog alone. */
        record Use(String catalog, Optional<NamespaceName> namespace) implements CatalogCommand {}

        /** IF EXISTS of something that is not there for the principal. */
        record Nothing() implements CatalogCommand {}

        record ShowFunctions(Optional<LikePattern> like) implements CatalogCommand {}

        /** What SHOW or DESCRIBE answers, found while binding. */
        record Answer(List<String> columnNames, List<List<String>> rows) implements CatalogCommand {
            public Answer {
                columnNames = List.copyOf(columnNames);
                rows = List.copyOf(rows);
            }
        }
    }
}
