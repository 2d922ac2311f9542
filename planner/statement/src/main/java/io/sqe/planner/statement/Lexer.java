package io.sqe.planner.statement;

import io.sqe.planner.statement.grammar.SqeParser;
import io.sqe.planner.statement.grammar.SqeParserConstants;
import io.sqe.planner.statement.grammar.SqeParserTokenManager;
import io.sqe.planner.statement.grammar.Token;
import io.sqe.planner.statement.grammar.TokenMgrError;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;

/** The grammar's words, one after the other. */
final class Lexer {
    private final SqeParserTokenManager tokens;
    private Ending ending = Ending.NOT_YET;

    Lexer(String sql) {
        var parser = new SqeParser(new StringReader(sql));
        parser.setTabSize(1);
        parser.switchTo(SqlAbstractParserImpl.LexicalState.DQID);
        this.tokens = parser.token_source;
    }

    /** The next word; empty at the end, or where no more can be read. */
    Optional<Token> next() {
        if (ending != Ending.NOT_YET) {
            return Optional.empty();
        }
        Token token = read();
        if (token.kind == SqeParserConstants.EOF && ending == Ending.NOT_YET) {
            ending = Ending.COMPLETE;
        } else if (token.kind == SqeParserConstants.QUOTE || token.kind == SqeParserConstants.DOUBLE_QUOTE) {
            ending = Ending.WITHIN_WORD;
        }
        return ending == Ending.NOT_YET ? Optional.of(token) : Optional.empty();
    }

    /** All the words there still are. */
    List<Token> rest() {
        List<Token> rest = new ArrayList<>();
        for (Optional<Token> token = next(); token.isPresent(); token = next()) {
            rest.add(token.get());
        }
        return rest;
    }

    /** How the text ended; known when there is no next word. */
    Ending ending() {
        return ending;
    }

    static TextSpan span(Token token) {
        return new TextSpan(token.beginLine, token.beginColumn, token.endLine, token.endColumn);
    }

    private Token read() {
        try {
            return tokens.getNextToken();
        } catch (TokenMgrError unfinished) {
            ending = Ending.WITHIN_WORD;
            return new Token();
        }
    }

    /** How a text ends. */
    enum Ending {
        NOT_YET,
        COMPLETE,
        /** Inside a quoted name, a text or a comment that is not closed. */
        WITHIN_WORD
    }
}
