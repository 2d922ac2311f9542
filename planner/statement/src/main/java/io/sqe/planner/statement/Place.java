package io.sqe.planner.statement;

import static io.sqe.planner.statement.grammar.SqeParserConstants.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** What stands around a word: the words before it, read already, those after it, and the brackets that are open. */
final class Place {
    /** Where no word is: before the first and after the last. */
    static final int EDGE = EOF;

    /** As far back as any rule looks. */
    private static final int MEMORY = 8;

    private static final Kinds TYPE_TAKERS = Kinds.of(INFIX_CAST, RETURNING, NATIONAL);
    private static final Kinds CASTS = Kinds.of(CAST, TRY_CAST, SAFE_CAST, CONVERT);
    private static final Kinds HEAD = Kinds.of(EXPLAIN, ANALYZE, LPAREN, RPAREN, LOGICAL, SUBSTRAIT, ENGINE);
    private static final Kinds STAR_FOR_ALL = Kinds.of(SELECT, DISTINCT, COMMA, DOT, LPAREN, EDGE);

    private final List<Integer> before = new ArrayList<>();
    private final Deque<Bracket> open = new ArrayDeque<>();
    private final IntUnaryOperator ahead;
    private int first = EDGE;
    private boolean head = true;
    private boolean body;

    /**
     * The place before the first word.
     *
     * @param ahead the kind of the word so many words after this one
     */
    Place(IntUnaryOperator ahead) {
        this.ahead = ahead;
    }

    /** The kind of the word so many words before this one: 1 for the one right before it. */
    int before(int distance) {
        return distance > before.size() ? EDGE : before.get(before.size() - distance);
    }

    boolean before(int distance, int kind) {
        return before(distance) == kind;
    }

    boolean before(Kinds kinds) {
        return kinds.contain(before(1));
    }

    /** The kind of the word so many words after this one. */
    int next(int distance) {
        return ahead.applyAsInt(distance);
    }

    boolean after(int kind) {
        return next(1) == kind;
    }

    boolean after(Kinds kinds) {
        return kinds.contain(next(1));
    }

    /** Whether the statement is of this kind, by its first word. */
    boolean startsWith(int kind) {
        return first == kind;
    }

    /** Whether the statement has not begun yet, or has only said that it is to be explained. */
    boolean isHead() {
        return head;
    }

    /** What stands before the innermost bracket that is open. */
    int opener() {
        return open.isEmpty() ? EDGE : open.element().before();
    }

    /** Whether a name or an expression must begin here: nothing that stands before is complete. */
    boolean wantsOperand() {
        return switch (before(1)) {
            case STAR -> !STAR_FOR_ALL.contain(before(2));
            case UPDATE -> !before(2, THEN);
            case COLUMN -> first == ALTER;
            case VIEW, SCHEMA -> before(2, CREATE) || before(2, REPLACE) || before(2, DROP);
            case USE, DESC -> before(2, EDGE);
            default -> Kinds.WANTING_OPERAND.contain(before(1));
        };
    }

    /** Whether whatever word stands here is a name. */
    boolean isNamed(int word) {
        return before(1, DOT)
                || after(DOT)
                || (before(1, AS) && !isInCast() && word != OF)
                || (isDeclared() && word != IF);
    }

    /** Whether the name of something new or of a target stands here, with a list of columns after it maybe. */
    private boolean isDeclared() {
        return switch (before(1)) {
            case INTO -> true;
            case UPDATE, TABLE, VIEW, SCHEMA -> wantsOperand();
            case EXISTS -> before(2, IF) || before(3, IF);
            case WITH -> after(AS) || after(LPAREN);
            default -> false;
        };
    }

    /** Whether a type must stand here. */
    boolean wantsType() {
        int opener = opener();
        return switch (before(1)) {
            case AS -> isInCast();
            case LPAREN -> opener == ARRAY || opener == MAP;
            case COMMA -> opener == MAP || opener == CONVERT || opener == LT;
            case LT -> opener == LT;
            default -> before(TYPE_TAKERS) || (declaresColumns() && !wantsOperand());
        };
    }

    /** Whether the brackets hold an expression and its type. */
    boolean isInCast() {
        return CASTS.contain(opener());
    }

    /** Whether types follow names here. */
    boolean declaresColumns() {
        return first == ALTER
                || opener() == ROW
                || (!open.isEmpty() && open.element().columns());
    }

    void add(int kind) {
        if (kind == SEMICOLON) {
            clear();
            return;
        }
        first = first == EDGE ? kind : first;
        head &= HEAD.contain(kind);
        body |= kind == AS && open.isEmpty();
        bracket(kind);
        before.add(kind);
        if (before.size() > 2 * MEMORY) {
            before.subList(0, MEMORY).clear();
        }
    }

    private void bracket(int kind) {
        switch (kind) {
            case LPAREN, LBRACKET -> open.push(new Bracket(before(1), listsColumns()));
            case LT -> {
                if (before(1, ARRAY) || (before(1, MAP) && mapIsType())) {
                    open.push(new Bracket(LT, false));
                }
            }
            case GT -> {
                if (opener() == LT) {
                    open.pop();
                }
            }
            case RPAREN, RBRACKET -> open.poll();
            default -> {}
        }
    }

    private boolean listsColumns() {
        return first == CREATE && open.isEmpty() && !body && !before(1, BY) && !before(1, WITH);
    }

    private boolean mapIsType() {
        return (before(2, AS) && isInCast())
                || before(2, INFIX_CAST)
                || opener() == LT
                || (declaresColumns() && !Kinds.WANTING_OPERAND.contain(before(2)));
    }

    private void clear() {
        before.clear();
        open.clear();
        first = EDGE;
        head = true;
        body = false;
    }

    /**
     * A bracket that is open.
     *
     * @param before what stands before it
     * @param columns whether it holds the columns of a table that is made
     */
    private record Bracket(int before, boolean columns) {}
}
