package io.sqe.planner.statement;

import io.sqe.planner.statement.StatementText.Completion;
import io.sqe.planner.statement.grammar.SqeParserConstants;
import io.sqe.planner.statement.grammar.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a text at its semicolons: those that the grammar's lexer sees, not those inside texts, names and comments. */
public final class StatementSplitter {
    private final String sql;
    private final Lines lines;
    private final List<StatementText> statements = new ArrayList<>();

    private StatementSplitter(String sql) {
        this.sql = sql;
        this.lines = Lines.of(sql);
    }

    /** The statements in their order, without empty ones. */
    public static List<StatementText> split(String sql) {
        return new StatementSplitter(sql).split();
    }

    private List<StatementText> split() {
        var lexer = new Lexer(sql);
        int start = 0;
        boolean empty = true;
        for (Optional<Token> token = lexer.next(); token.isPresent(); token = lexer.next()) {
            if (token.get().kind != SqeParserConstants.SEMICOLON) {
                empty = false;
                continue;
            }
            int end = offset(token.get());
            add(start, end, empty, Completion.TERMINATED);
            start = end + 1;
            empty = true;
        }
        boolean complete = lexer.ending() == Lexer.Ending.COMPLETE;
        add(start, sql.length(), empty && complete, complete ? Completion.OPEN : Completion.WITHIN_WORD);
        return List.copyOf(statements);
    }

    private void add(int start, int end, boolean empty, Completion completion) {
        if (!empty) {
            statements.add(new StatementText(sql.substring(start, end), start, completion));
        }
    }

    private int offset(Token token) {
        return lines.offset(token.beginLine, token.beginColumn);
    }
}
