package io.sqe.cli.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.cli.plot.Chart.Form;
import io.sqe.cli.testing.Column;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    void barsGoBothWaysFromZero() {
        Column day = Column.of("day", "Mon", "Tuesday", "日本", "Thu");
        Column total = Column.of("total", 10.0, -5.0, null, 0.5);

        assertThat(draw(Optional.empty(), 36, day, total)).isEqualTo("""
                total by day
                    Mon ┤       █████████████▍ 10.0
                Tuesday ┤▐██████ -5.0
                   日本 ┤        NULL
                    Thu ┤       ▋ 0.5
                """);
    }

    @Test
    void aLineShowsItsRangeAndTimes() {
        Column day = Column.of(
                "day",
                IntStream.range(0, 40).mapToObj(i -> LocalDate.of(2026, 1, 1).plusDays(i)).toArray());
        Column total = Column.of("total", IntStream.range(0, 40).boxed().toArray());

        String chart = draw(Optional.empty(), 40, day, total);

        assertThat(chart.lines().findFirst()).contains("total by day");
        assertThat(chart.lines().skip(1).findFirst().orElseThrow()).startsWith("     39 ┤").endsWith("⠊");
        assertThat(chart.lines().skip(12).findFirst().orElseThrow()).startsWith("      0 ┤");
        assertThat(chart.lines().skip(13).findFirst().orElseThrow()).endsWith("└" + "─".repeat(29));
        assertThat(chart.lines().skip(14).findFirst().orElseThrow()).endsWith("2026-01-01         2026-02-09");
    }

    @Test
    void aLevelLineStandsInTheMiddle() {
        String chart = draw(Optional.of(Form.LINE), 30, Column.of("x", 1, 2, 3), Column.of("y", 7, 7, 7));

        assertThat(chart.lines().skip(1).findFirst().orElseThrow()).startsWith("      8 ┤");
        assertThat(chart.lines().skip(12).findFirst().orElseThrow()).startsWith("      6 ┤");
        assertThat(chart).contains("│⠉⠉⠉");
    }

    @Test
    void columnsCanBeChosen() {
        Column name = Column.of("name", "a");
        Column low = Column.of("low", 1);
        Column high = Column.of("high", 2);
        Chart chart = new Chart(sample(name, low, high));

        assertThat(chart.draw(Optional.of(Form.BAR), Optional.of("NAME"), Optional.of("high"), 40))
                .startsWith("high by name\n");
        assertThatThrownBy(() -> chart.draw(Optional.empty(), Optional.of("nme"), Optional.of("high"), 40))
                .isInstanceOf(UnplottableException.class)
                .hasMessage("The result has no column nme, but name, low, high");
        assertThatThrownBy(() -> chart.draw(Optional.empty(), Optional.of("low"), Optional.of("name"), 40))
                .isInstanceOf(UnplottableException.class)
                .hasMessage("Column name holds no numbers");
    }

    @Test
    void whatPeopleCouldNotReadIsRefused() {
        Column many = Column.of("n", IntStream.range(0, 61).boxed().toArray());
        Column tooMany = Column.of("n", IntStream.range(0, 10_001).boxed().toArray());

        assertThatThrownBy(() -> draw(Optional.of(Form.BAR), 80, many))
                .isInstanceOf(UnplottableException.class)
                .hasMessageContaining("61 bars");
        assertThatThrownBy(() -> draw(Optional.of(Form.LINE), 80, tooMany))
                .isInstanceOf(UnplottableException.class)
                .hasMessageContaining("10001 rows");
        assertThatThrownBy(() -> draw(Optional.of(Form.LINE), 80, Column.of("n", Double.NaN)))
                .isInstanceOf(UnplottableException.class)
                .hasMessageContaining("no value to draw");
        assertThatThrownBy(() -> draw(Optional.empty(), 80, Column.of("n")))
                .isInstanceOf(UnplottableException.class)
                .hasMessage("There are no rows to plot");
    }

    private static String draw(Optional<Form> form, int columns, Column... data) {
        return new Chart(sample(data)).draw(form, Optional.empty(), Optional.empty(), columns);
    }

    private static ResultSample sample(Column... data) {
        SampleCollector collector = new SampleCollector(ZoneOffset.UTC);
        VectorSchemaRoot batch = Column.batch(data);
        collector.begin(batch.getSchema());
        collector.write(batch);
        collector.end();
        return collector.sample().orElseThrow();
    }
}
