package io.sqe.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.cli.format.TextOptions.Header;
import io.sqe.cli.format.TextOptions.TableLimits;
import io.sqe.cli.testing.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.SeekableReadChannel;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.junit.jupiter.api.Test;

class ResultWritersTest {
    private static final TextOptions EXACT = TextOptions.exact(ZoneId.of("Europe/Berlin"));

    @Test
    void verticalShowsEveryTypeInSqlNotation() throws IOException {
        assertThat(written(ResultFormat.VERTICAL, EXACT, EveryType.batch())).isEqualTo("""
                -[ RECORD 1 ]-----------------
                bool     | true
                tiny     | -128
                utiny    | 255
                big      | -9223372036854775808
                ubig     | 18446744073709551615
                decimal  | -1234.5000000000
                real     | 0.1
                double   | 15000000000.0
                text     | a"b,c
                view     | longer than twelve bytes
                binary   | X'00AB'
                uuid     | 12000000-0000-0000-0000-0000000000ff
                null     | NULL
                date     | 1969-12-31
                time     | 01:00:00.0005
                ts_s     | 2026-11-21 10:04:05
                ts_ms    | 2026-11-21 10:04:05.12
                ts_us    | 1969-12-31 23:59:59.999999
                ts_ns    | 2026-11-21 10:04:05.000000001
                tstz     | 2026-11-21 11:04:05+01:00
                interval | 1 year 2 months -3 days 01:01:01.5
                list     | ["x",null]
                struct   | {"n":"tab\\there","d":"1970-01-02"}
                map      | {"7":"NaN"}
                -[ RECORD 2 ]-----------------
                bool     | NULL
                tiny     | NULL
                utiny    | NULL
                big      | NULL
                ubig     | NULL
                decimal  | NULL
                real     | NULL
                double   | NULL
                text     | NULL
                view     | NULL
                binary   | NULL
                uuid     | NULL
                null     | NULL
                date     | NULL
                time     | NULL
                ts_s     | NULL
                ts_ms    | NULL
                ts_us    | NULL
                ts_ns    | NULL
                tstz     | NULL
                interval | NULL
                list     | NULL
                struct   | NULL
                map      | NULL
                """);
    }

    @Test
    void jsonKeepsNumbersBareAndTimesInIso8601() throws IOException {
        assertThat(written(ResultFormat.JSONL, EXACT, EveryType.batch()).lines().findFirst())
                .contains("{\"bool\":true,\"tiny\":-128,\"utiny\":255,\"big\":-9223372036854775808,"
                        + "\"ubig\":18446744073709551615,\"decimal\":-1234.5000000000,\"real\":0.1,"
                        + "\"double\":15000000000.0,\"text\":\"a\\\"b,c\",\"view\":\"longer than twelve bytes\","
                        + "\"binary\":\"00AB\",\"uuid\":\"12000000-0000-0000-0000-0000000000ff\",\"null\":null,"
                        + "\"date\":\"1969-12-31\",\"time\":\"01:00:00.0005\",\"ts_s\":\"2026-11-21T10:04:05\","
                        + "\"ts_ms\":\"2026-11-21T10:04:05.12\",\"ts_us\":\"1969-12-31T23:59:59.999999\","
                        + "\"ts_ns\":\"2026-11-21T10:04:05.000000001\",\"tstz\":\"2026-11-21T11:04:05+01:00\","
                        + "\"interval\":\"P1Y2M-3DT1H1M1.5S\",\"list\":[\"x\",null],"
                        + "\"struct\":{\"n\":\"tab\\there\",\"d\":\"1970-01-02\"},\"map\":{\"7\":\"NaN\"}}");
    }

    @Test
    void csvQuotesAsRfc4180Says() throws IOException {
        assertThat(written(
                        ResultFormat.CSV,
                        EXACT,
                        Column.batch(
                                Column.of("id", 1, 2, 3, 4),
                                Column.of("a,\"b\"", "plain", "say \"hi\", twice", "two\nlines", null),
                                Column.of("t", "", null, "NULL", "x"))))
                .isEqualTo("""
                        id,"a,""b""\",t
                        1,plain,""
                        2,"say ""hi"", twice",
                        3,"two
                        lines",NULL
                        4,,x
                        """);
    }

    @Test
    void csvTellsNullFromTextThatLooksLikeIt() throws IOException {
        assertThat(written(
                        ResultFormat.CSV,
                        EXACT.withNull("NULL").with(Header.WITHOUT),
                        EveryType.texts("", "NULL", null)))
                .isEqualTo("\n\"NULL\"\nNULL\n");
    }

    @Test
    void tsvEscapesWhatWouldEndAField() throws IOException {
        assertThat(written(
                        ResultFormat.TSV,
                        EXACT,
                        Column.batch(Column.of("a", "tab\tnew\nline", null), Column.of("b", "c:\\n", "\\N"))))
                .isEqualTo("a\tb\ntab\\tnew\\nline\tc:\\\\n\n\\N\t\\\\N\n");
    }

    @Test
    void jsonIsAnArrayEvenOfNothing() throws IOException {
        VectorSchemaRoot two = Column.batch(Column.of("a", 1, 2), Column.of("a", "x", null));

        assertThat(written(ResultFormat.JSON, EXACT, two))
                .isEqualTo("[\n{\"a\":1,\"a_2\":\"x\"},\n{\"a\":2,\"a_2\":null}\n]\n");
        assertThat(written(ResultFormat.JSON, EXACT, Column.batch(Column.of("a"))))
                .isEqualTo("[]\n");
    }

    @Test
    void jsonEscapesControlCharactersThatATerminalWouldObey() throws IOException {
        assertThat(written(ResultFormat.JSONL, EXACT, EveryType.texts("\u001b[2J\u009b1m\u0000")))
                .isEqualTo("{\"t\":\"\\u001b[2J\\u009b1m\\u0000\"}\n");
    }

    @Test
    void markdownEscapesWhatWouldBreakTheTable() throws IOException {
        assertThat(written(
                        ResultFormat.MARKDOWN,
                        EXACT,
                        Column.batch(Column.of("id", 1, 2), Column.of("t", "a|b\\<i>\nc", null))))
                .isEqualTo("""
                        | id | t |
                        |---:|---|
                        | 1 | a\\|b\\\\&lt;i><br>c |
                        | 2 | NULL |
                        """);
    }

    @Test
    void tableAlignsNumbersWideCharactersAndEmoji() throws IOException {
        assertThat(written(
                        ResultFormat.TABLE,
                        EXACT,
                        Column.batch(
                                Column.of("n", 1, -20, null),
                                Column.of("name", "Zoë", "日本語", "👩‍👩‍👧 family"),
                                Column.of("price", new BigDecimal("1.50"), null, new BigDecimal("100.00")))))
                .isEqualTo("""
                        ┌──────┬───────────┬────────┐
                        │    n │ name      │  price │
                        ├──────┼───────────┼────────┤
                        │    1 │ Zoë       │   1.50 │
                        │  -20 │ 日本語    │   NULL │
                        │ NULL │ 👩‍👩‍👧 family │ 100.00 │
                        └──────┴───────────┴────────┘
                        """);
    }

    @Test
    void tableMakesTerminalSequencesHarmlessAndShowsLines() throws IOException {
        assertThat(written(ResultFormat.TABLE, EXACT, EveryType.texts("\u001b[31mred\u0007", "a\nbc", "\u202eabc")))
                .isEqualTo("""
                        ┌─────────────────┐
                        │ t               │
                        ├─────────────────┤
                        │ \\x1B[31mred\\x07 │
                        │ a↵              │
                        │ bc              │
                        │ \\u202Eabc       │
                        └─────────────────┘
                        """);
    }

    @Test
    void tableOnAScreenNarrowsThenHidesColumnsAndCountsRows() throws IOException {
        Column[] columns = IntStream.range(0, 6)
                .mapToObj(i -> Column.of("c" + i, "a value of some length", "y", "z"))
                .toArray(Column[]::new);

        assertThat(written(ResultFormat.TABLE, EXACT.with(new TableLimits(40, 2)), Column.batch(columns)))
                .isEqualTo("""
                        ┌──────────┬──────────┬───┬──────────┐
                        │ c0       │ c1       │ … │ c5       │
                        ├──────────┼──────────┼───┼──────────┤
                        │ a value… │ a value… │ … │ a value… │
                        │ y        │ y        │ … │ y        │
                        └──────────┴──────────┴───┴──────────┘
                        … 1 more row (3 rows, 3 of 6 columns; .maxrows all and .format vertical show all)
                        """);
    }

    @Test
    void rowsAfterTheSampleStream() throws IOException {
        StringWriter out = new StringWriter();
        ResultWriter writer = ResultWriters.text(ResultFormat.TABLE, EXACT, out);
        Object[] narrow = IntStream.range(0, TableWriter.SAMPLE_ROWS).boxed().toArray();
        VectorSchemaRoot first = Column.batch(Column.of("n", narrow));
        writer.begin(first.getSchema());
        writer.write(first);

        assertThat(out.toString().lines()).hasSize(3 + TableWriter.SAMPLE_ROWS);

        writer.write(Column.batch(Column.of("n", 123_456)));
        writer.end();
        assertThat(out.toString()).endsWith("│ 999 │\n│ 123456 │\n└─────┘\n");
    }

    @Test
    void anArrowFileHoldsEveryBatch() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ResultWriter writer = ResultWriters.arrowFile(file);
        VectorSchemaRoot everything = EveryType.batch();
        writer.begin(everything.getSchema());
        writer.write(everything);
        writer.write(everything);
        writer.end();

        try (ArrowFileReader reader = new ArrowFileReader(
                new SeekableReadChannel(new ByteArrayReadableSeekableByteChannel(file.toByteArray())),
                Column.memory())) {
            assertThat(reader.getRecordBlocks()).hasSize(2);
            assertThat(reader.loadNextBatch()).isTrue();
            VectorSchemaRoot read = reader.getVectorSchemaRoot();
            assertThat(read.getSchema()).isEqualTo(everything.getSchema());
            assertThat(written(ResultFormat.JSONL, EXACT, read))
                    .isEqualTo(written(ResultFormat.JSONL, EXACT, everything));
        }
    }

    private static String written(ResultFormat format, TextOptions options, VectorSchemaRoot batch) throws IOException {
        StringWriter out = new StringWriter();
        ResultWriter writer = ResultWriters.text(format, options, out);
        writer.begin(batch.getSchema());
        writer.write(batch);
        writer.end();
        return out.toString();
    }
}
