package io.sqe.planner.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.planner.statement.StatementText.Completion;
import org.junit.jupiter.api.Test;

/** Semicolons end statements where the grammar says that they are semicolons. */
class StatementSplitterTest {

    @Test
    void semicolonsInTextsNamesAndCommentsDoNotEndAStatement() {
        assertThat(StatementSplitter.split("SELECT ';', \"a;b\" -- no; end\n/* ; */;\r\n;; SELECT 2"))
                .containsExactly(
                        new StatementText("SELECT ';', \"a;b\" -- no; end\n/* ; */", 0, Completion.TERMINATED),
                        new StatementText(" SELECT 2", 41, Completion.OPEN));
    }

    @Test
    void textThatIsNotClosedIsNotComplete() {
        assertThat(StatementSplitter.split("SELECT 1; SELECT 'a; b"))
                .extracting(StatementText::completion)
                .containsExactly(Completion.TERMINATED, Completion.WITHIN_WORD);
        assertThat(StatementSplitter.split("SELECT /* a; b"))
                .extracting(StatementText::completion)
                .containsExactly(Completion.WITHIN_WORD);
    }

    @Test
    void nothingIsNoStatement() {
        assertThat(StatementSplitter.split(" ; -- nothing\n;")).isEmpty();
    }

    @Test
    void keywordsAreWordsOfTheGrammar() {
        assertThat(StatementParser.keywords())
                .contains("SELECT", "PARTITIONED", "QUALIFY")
                .isSorted();
    }
}
