package io.sqe.cli.command;

import io.sqe.cli.execution.Outcome;
import io.sqe.cli.execution.StatementRunner;
import io.sqe.cli.execution.Workspace;
import io.sqe.cli.format.ResultWriter;
import io.sqe.cli.format.ResultWriters;
import io.sqe.cli.format.TextTable;
import io.sqe.cli.format.ValueTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Summarizes a table by one statement that reads it once: a row for each column. */
final class Summary {
    private static final Map<String, String> QUARTILES =
            new TreeMap<>(Map.of("q25", "0.25", "q50", "0.50", "q75", "0.75"));

    private final Workspace workspace;
    private final StatementRunner statements;

    Summary(Workspace workspace, StatementRunner statements) {
        this.workspace = workspace;
        this.statements = statements;
    }

    Outcome show(String table) throws IOException {
        OneRow columns = new OneRow();
        String name = table.replaceAll("[;\\s]+$", "");
        Outcome found = statements.read("SELECT * FROM " + name + " LIMIT 0", columns);
        if (found != Outcome.DONE) {
            return found;
        }
        boolean quartiles =
                workspace.engine().vocabulary(workspace.session()).functions().contains("approx_percentile");
        List<Measure> measures = Measure.all(quartiles);
        OneRow measured = new OneRow();
        Outcome outcome = statements.read(sql(name, columns.fields, measures), measured);
        if (outcome == Outcome.DONE) {
            write(columns.fields, measures, measured.values);
        }
        return outcome;
    }

    private static String sql(String table, List<Field> fields, List<Measure> measures) {
        return fields.stream()
                .flatMap(field -> measures.stream().map(measure -> measure.of(field)))
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + table));
    }

    private void write(List<Field> fields, List<Measure> measures, List<Optional<String>> values) throws IOException {
        List<String> titles = new ArrayList<>(List.of("column"));
        measures.forEach(measure -> titles.add(measure.title()));
        List<List<Optional<String>>> rows = IntStream.range(0, fields.size())
                .mapToObj(i -> {
                    List<Optional<String>> row = new ArrayList<>();
                    row.add(Optional.of(fields.get(i).getName()));
                    row.addAll(values.subList(i * measures.size(), (i + 1) * measures.size()));
                    return row;
                })
                .toList();
        ResultWriter writer = ResultWriters.text(
                workspace.settings().format(),
                workspace.settings().text(),
                workspace.results().text());
        TextTable.write(titles, rows, writer);
        workspace.results().resultEnded();
    }

    /**
     * Something that is found out of each column.
     *
     * @param sql with {@code %s} for the column
     * @param fits which columns it can be found out of; for others it is NULL
     */
    private record Measure(String title, String sql, Fit fits) {

        static List<Measure> all(boolean quartiles) {
            List<Measure> measures = new ArrayList<>(List.of(
                    new Measure("min", "min(%s)", Fit.ORDERED),
                    new Measure("max", "max(%s)", Fit.ORDERED),
                    new Measure("nulls", "count(*) - count(%s)", Fit.ANY),
                    new Measure("distinct", "count(DISTINCT %s)", Fit.ORDERED),
                    new Measure("avg", "avg(%s)", Fit.NUMERIC)));
            if (quartiles) {
                QUARTILES.forEach((title, share) ->
                        measures.add(new Measure(title, "approx_percentile(%s, " + share + ")", Fit.NUMERIC)));
            }
            return measures;
        }

        String of(Field field) {
            String column = '"' + field.getName().replace("\"", "\"\"") + '"';
            return fits.fit(field) ? sql.formatted(column) : "NULL";
        }
    }

    private enum Fit {
        ANY,
        ORDERED,
        NUMERIC;

        boolean fit(Field field) {
            return switch (field.getType()) {
                case ArrowType.Int _, ArrowType.FloatingPoint _, ArrowType.Decimal _ -> true;
                case ArrowType.List _, ArrowType.Struct _, ArrowType.Map _, ArrowType.FixedSizeList _ -> this == ANY;
                default -> this != NUMERIC;
            };
        }
    }

    /** Keeps the columns and the first row of a result. */
    private final class OneRow implements ResultWriter {
        private List<Field> fields = List.of();
        private List<Optional<String>> values = List.of();

        @Override
        public void begin(Schema schema) {
            fields = schema.getFields();
        }

        @Override
        public void write(VectorSchemaRoot batch) {
            if (batch.getRowCount() > 0) {
                ValueTexts texts = ValueTexts.of(batch, workspace.session().zone());
                values = IntStream.range(0, fields.size())
                        .mapToObj(column -> texts.text(column, 0))
                        .toList();
            }
        }

        @Override
        public void end() {}
    }
}
