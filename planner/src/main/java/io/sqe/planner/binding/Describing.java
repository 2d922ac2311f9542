package io.sqe.planner.binding;

import io.sqe.catalog.ColumnType;
import io.sqe.planner.binding.BoundStatement.CatalogCommand;
import io.sqe.planner.binding.Description.Effect;
import io.sqe.planner.binding.Description.ResultColumn;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Describes statements that were bound with their placeholders left in. */
final class Describing {
    private static final ColumnType TEXT = new ColumnType.StringType();

    private Describing() {}

    static Description of(BoundStatement<BoundPlan> statement, int placeholders, PlaceholderTypes types) {
        List<ColumnType> parameters = IntStream.range(0, placeholders)
                .mapToObj(types::find)
                .map(found -> found.flatMap(ColumnTypes::toColumnType).orElse(TEXT))
                .toList();
        return new Description(effect(statement), columns(statement), parameters);
    }

    private static Effect effect(BoundStatement<BoundPlan> statement) {
        return switch (statement) {
            case BoundStatement.Query<BoundPlan> _,
                    BoundStatement.Explain<BoundPlan> _,
                    BoundStatement.Command<BoundPlan>(CatalogCommand.Answer _),
                    BoundStatement.Command<BoundPlan>(CatalogCommand.ShowFunctions _) -> Effect.NONE;
            case BoundStatement.Command<BoundPlan> _ -> Effect.DEFINITION;
            case BoundStatement.Insert<BoundPlan> _ -> Effect.ROWS_WRITTEN;
            case BoundStatement.CreateTable<BoundPlan> create ->
                create.source().isPresent() ? Effect.ROWS_WRITTEN : Effect.DEFINITION;
        };
    }

    private static List<ResultColumn> columns(BoundStatement<BoundPlan> statement) {
        return switch (statement) {
            case BoundStatement.Query<BoundPlan>(BoundPlan plan) -> plan.resultColumns();
            case BoundStatement.Explain<BoundPlan> _ -> texts(List.of("Query Plan"));
            case BoundStatement.Command<BoundPlan>(CatalogCommand.Answer(var names, var _)) -> texts(names);
            case BoundStatement.Command<BoundPlan> _,
                    BoundStatement.Insert<BoundPlan> _,
                    BoundStatement.CreateTable<BoundPlan> _ -> List.of();
        };
    }

    private static List<ResultColumn> texts(List<String> names) {
        return names.stream()
                .map(name -> new ResultColumn(name, TypeNames.of(TEXT), Optional.of(TEXT)))
                .toList();
    }
}
