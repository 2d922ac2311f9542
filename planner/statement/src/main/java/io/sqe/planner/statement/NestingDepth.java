package io.sqe.planner.statement;

import io.sqe.planner.statement.grammar.SqeParserConstants;
import io.sqe.planner.statement.grammar.Token;
import java.util.Optional;

/** Refuses text nested so deeply that reading it would need more stack than a planning thread has. */
final class NestingDepth {
    /** Four times what a statement written by a program was seen to need. */
    static final int DEPTH_MAX = 2_000;

    private NestingDepth() {}

    static void check(String sql) {
        if (openings(sql) <= DEPTH_MAX) {
            return;
        }
        var lexer = new Lexer(sql);
        int depth = 0;
        for (Optional<Token> token = lexer.next(); token.isPresent(); token = lexer.next()) {
            depth += step(token.get());
            if (depth > DEPTH_MAX) {
                throw tooDeep(Lexer.span(token.get()));
            }
        }
    }

    static PlannerException tooDeep(TextSpan span) {
        return new PlannerException.TooComplex(
                "Cannot plan the statement: it is nested too deeply. Split it, for instance with WITH, or use IN for long chains of OR.",
                span);
    }

    private static long openings(String sql) {
        return sql.chars()
                .filter(character -> character == '(' || character == '[')
                .count();
    }

    private static int step(Token token) {
        return switch (token.kind) {
            case SqeParserConstants.LPAREN, SqeParserConstants.LBRACKET -> 1;
            case SqeParserConstants.RPAREN, SqeParserConstants.RBRACKET -> -1;
            default -> 0;
        };
    }
}
