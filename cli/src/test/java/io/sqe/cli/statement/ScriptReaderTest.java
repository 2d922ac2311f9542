package io.sqe.cli.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.cli.statement.ScriptItem.Kind;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {

    @Test
    void semicolonsInQuotesAndCommentsEndNothing() throws IOException {
        assertThat(texts("SELECT ';', \"a;b\" -- ;\n , /* ; */ 1;SELECT 2"))
                .containsExactly("SELECT ';', \"a;b\" -- ;\n , /* ; */ 1", "SELECT 2");
    }

    @Test
    void emptyStatementsAndLeadingCommentsAreSkipped() throws IOException {
        assertThat(texts(";; -- one\n /* two */ ;\n-- three\nSELECT 1 ; -- four"))
                .containsExactly("SELECT 1");
    }

    @Test
    void itemsKnowWhereTheyStand() throws IOException {
        assertThat(items("SELECT 1; SELECT 2;\n-- note\n  SELECT\n 3;\n.tables ord;\n  \\q"))
                .containsExactly(
                        new ScriptItem(Kind.SQL, "SELECT 1", 1, 1),
                        new ScriptItem(Kind.SQL, "SELECT 2", 1, 11),
                        new ScriptItem(Kind.SQL, "SELECT\n 3", 3, 3),
                        new ScriptItem(Kind.COMMAND, ".tables ord", 5, 1),
                        new ScriptItem(Kind.COMMAND, "\\q", 6, 3));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheScript() throws IOException {
        assertThat(texts("\ufeffSELECT 1")).containsExactly("SELECT 1");
    }

    @Test
    void aStatementIsReadBeforeTheRestOfTheStreamIsThere() throws IOException {
        Reader endsLater = new Reader() {
            private final StringReader begun = new StringReader("SELECT 1;\n");

            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                int count = begun.read(buffer, offset, length);
                if (count < 0) {
                    throw new AssertionError("read ahead of the first statement");
                }
                return count;
            }

            @Override
            public void close() {}
        };

        assertThat(new ScriptReader(endsLater).next()).map(ScriptItem::text).contains("SELECT 1");
    }

    @Test
    void aStatementHasALimit() {
        Reader endless = new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, 'x');
                return length;
            }

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> new ScriptReader(endless).next())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a statement is longer than 67108864 characters");
    }

    private static List<String> texts(String script) throws IOException {
        return items(script).stream().map(ScriptItem::text).toList();
    }

    private static List<ScriptItem> items(String script) throws IOException {
        ScriptReader reader = ScriptReader.of(script);
        List<ScriptItem> items = new ArrayList<>();
        for (Optional<ScriptItem> item = reader.next(); item.isPresent(); item = reader.next()) {
            items.add(item.get());
        }
        return items;
    }
}
