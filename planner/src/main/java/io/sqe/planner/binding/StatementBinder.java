package io.sqe.planner.binding;

import io.sqe.planner.binding.BoundStatement.CatalogCommand;
import io.sqe.planner.parameter.Placeholders;
import io.sqe.planner.statement.Statement;
import java.util.Optional;
import org.apache.calcite.sql.SqlOperatorTable;

/** Binds one statement of any kind. */
public final class StatementBinder {
    private final QueryBinder queries;
    private final CommandBinder commands;
    private final ShowBinder shows;
    private final WriteBinder writes;
    private final VisibleCatalogs context;

    public StatementBinder(SqlOperatorTable operators, BindingContext context) {
        this(new VisibleCatalogs(context), operators, Optional.empty());
    }

    private StatementBinder(
            VisibleCatalogs catalogs, SqlOperatorTable operators, Optional<PlaceholderTypes> placeholders) {
        this.context = catalogs;
        this.queries = new QueryBinder(operators, catalogs, placeholders);
        this.commands = new CommandBinder(catalogs, queries);
        this.shows = new ShowBinder(catalogs, queries);
        this.writes = new WriteBinder(catalogs, queries);
    }

    /** Rows that a client sends, for a table. */
    public BoundStatement<BoundPlan> bind(SentRows rows) {
        return new SentRowsBinder(context, writes).bind(rows);
    }

    /** A plan that a client sends. It only reads: there is no sent plan that changes anything. */
    public BoundStatement<BoundPlan> bind(SentPlan plan) {
        return new BoundStatement.Query<>(queries.bind(plan));
    }

    /** What a sent plan would answer. It has no placeholders. */
    public static Description describe(SentPlan plan, SqlOperatorTable operators, BindingContext context) {
        return Describing.of(new StatementBinder(operators, context).bind(plan), 0, new PlaceholderTypes());
    }

    /** What a statement would answer, and what its placeholders take. Takes the statement's trees apart. */
    public static Description describe(Statement statement, SqlOperatorTable operators, BindingContext context) {
        var types = new PlaceholderTypes();
        int placeholders = Placeholders.of(statement).size();
        var binder = new StatementBinder(new VisibleCatalogs(context), operators, Optional.of(types));
        return Describing.of(binder.bind(statement), placeholders, types);
    }

    public BoundStatement<BoundPlan> bind(Statement statement) {
        return switch (statement) {
            case Statement.Query(var query) -> new BoundStatement.Query<>(queries.bind(query));
            case Statement.Insert insert -> writes.insert(insert);
            case Statement.CreateTable create -> writes.createTable(create);
            case Statement.Explain(var mode, var explained) -> new BoundStatement.Explain<>(mode, bind(explained));
            case Statement.Command command -> new BoundStatement.Command<>(bind(command));
        };
    }

    private CatalogCommand bind(Statement.Command command) {
        return switch (command) {
            case Statement.CreateSchema create -> commands.createSchema(create);
            case Statement.DropSchema drop -> commands.dropSchema(drop);
            case Statement.DropTable drop -> commands.dropTable(drop);
            case Statement.CreateView create -> commands.createView(create);
            case Statement.DropView drop -> commands.dropView(drop);
            case Statement.Use(var name) -> commands.use(name);
            case Statement.ShowFunctions(var like) -> new CatalogCommand.ShowFunctions(like);
            case Statement.ShowCatalogs(var like) -> shows.catalogs(like);
            case Statement.ShowSchemas show -> shows.schemas(show);
            case Statement.ShowTables show -> shows.tables(show);
            case Statement.ShowViews show -> shows.views(show);
            case Statement.ShowColumns(var table, var like) -> shows.columns(table, like);
            case Statement.Describe(var table) -> shows.columns(table, Optional.empty());
            case Statement.ShowCreateTable(var table) -> shows.createTable(table);
            case Statement.ShowCreateView(var view) -> shows.createView(view);
        };
    }
}
