package io.sqe.planner.statement;

import io.sqe.planner.statement.grammar.SqeParserConstants;
import io.sqe.planner.statement.grammar.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Refuses text nested so deeply that reading it would need more stack than a planning thread has. */
final class NestingDepth {
    /** Four times what a statement written by a program was seen to need. */
    static final int DEPTH_MAX = 2_000;
    /** Words in one expression: Calcite takes quadratic time to put them in order, a second for as many as these. */
    static final int CHAIN_MAX = 20_000;

    private NestingDepth() {}

    static void check(String sql) {
        if (openings(sql) <= DEPTH_MAX && sql.length() <= CHAIN_MAX) {
            return;
        }
        var lexer = new Lexer(sql);
        Deque<Integer> chains = new ArrayDeque<>(List.of(0));
        for (Optional<Token> token = lexer.next(); token.isPresent(); token = lexer.next()) {
            step(chains, token.get());
            if (chains.size() > DEPTH_MAX || (!chains.isEmpty() && chains.peek() > CHAIN_MAX)) {
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

    /** Counts the words of the expression that the token is part of, one count for each level of brackets. */
    private static void step(Deque<Integer> chains, Token token) {
        switch (token.kind) {
            case SqeParserConstants.LPAREN, SqeParserConstants.LBRACKET -> chains.push(0);
            case SqeParserConstants.RPAREN, SqeParserConstants.RBRACKET -> chains.poll();
            default -> {
                Integer words = chains.poll();
                chains.push(words == null || endsExpression(token) ? 0 : words + 1);
            }
        }
    }

    private static boolean endsExpression(Token token) {
        return switch (token.kind) {
            case SqeParserConstants.COMMA,
                    SqeParserConstants.SEMICOLON,
                    SqeParserConstants.SELECT,
                    SqeParserConstants.FROM,
                    SqeParserConstants.WHERE,
                    SqeParserConstants.WHEN,
                    SqeParserConstants.THEN,
                    SqeParserConstants.ON -> true;
            default -> false;
        };
    }
}
