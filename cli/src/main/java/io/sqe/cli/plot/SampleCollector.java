package io.sqe.cli.plot;

import io.sqe.cli.format.DisplayText;
import io.sqe.cli.format.ResultWriter;
import io.sqe.cli.format.ValueTexts;
import io.sqe.cli.plot.PlotColumn.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Keeps the first rows of the result that was written last. */
public final class SampleCollector implements ResultWriter {
    /** Rows kept of a result. */
    static final int ROWS_MAX = 10_000;

    private final ZoneId zone;
    private List<PlotColumn> columns = List.of();
    private int rowsHeld;
    private long rows;
    private boolean any;

    public SampleCollector(ZoneId zone) {
        this.zone = zone;
    }

    /** The sample; empty if there was no result yet. */
    public Optional<ResultSample> sample() {
        return any ? Optional.of(new ResultSample(columns, rows)) : Optional.empty();
    }

    @Override
    public void begin(Schema schema) {
        any = true;
        rows = 0;
        rowsHeld = 0;
        columns = schema.getFields().stream()
                .map(field -> new PlotColumn(field.getName(), kind(field), new ArrayList<>(), new ArrayList<>()))
                .toList();
    }

    private static Kind kind(Field field) {
        return switch (field.getType()) {
            case ArrowType.Int _, ArrowType.FloatingPoint _, ArrowType.Decimal _ -> Kind.NUMBER;
            case ArrowType.Date _, ArrowType.Timestamp _ -> Kind.TIME;
            default -> Kind.TEXT;
        };
    }

    @Override
    public void write(VectorSchemaRoot batch) {
        rows += batch.getRowCount();
        int taken = Math.min(batch.getRowCount(), ROWS_MAX - rowsHeld);
        if (taken == 0) {
            return;
        }
        ValueTexts values = ValueTexts.of(batch, zone);
        for (int row = 0; row < taken; row++) {
            for (int i = 0; i < columns.size(); i++) {
                add(columns.get(i), values.text(i, row));
            }
        }
        rowsHeld += taken;
    }

    private static void add(PlotColumn column, Optional<String> value) {
        column.texts().add(DisplayText.harmless(value.orElse("NULL")));
        column.numbers().add(value.map(text -> number(column.kind(), text)).orElse(OptionalDouble.empty()));
    }

    private static OptionalDouble number(Kind kind, String text) {
        return switch (kind) {
            case NUMBER -> OptionalDouble.of(Double.parseDouble(text));
            case TIME -> OptionalDouble.of(seconds(text));
            case TEXT -> OptionalDouble.empty();
        };
    }

    private static double seconds(String text) {
        if (text.indexOf(' ') < 0) {
            return LocalDate.parse(text).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        }
        String iso = text.replace(' ', 'T');
        boolean zoned = iso.indexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
        return zoned
                ? OffsetDateTime.parse(iso).toEpochSecond()
                : LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC);
    }

    @Override
    public void end() {}
}
