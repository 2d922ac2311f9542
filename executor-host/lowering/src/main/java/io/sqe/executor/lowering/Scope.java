package io.sqe.executor.lowering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns that an expression sees, and a count of how it used them. */
final class Scope {
    /** An expression longer than this is not written out twice. */
    private static final int REPEATED_LENGTH_MAX = 400;

    private final List<Value> columns;
    private final int[] uses;
    private final boolean[] usedInside;
    private final boolean[] usedInWindow;
    private int windowDepth;
    private int windows;
    private final @Nullable Scope outer;

    Scope(List<Value> columns, @Nullable Scope outer) {
        this.columns = columns;
        this.uses = new int[columns.size()];
        this.usedInside = new boolean[columns.size()];
        this.usedInWindow = new boolean[columns.size()];
        this.outer = outer;
    }

    Value column(int index) {
        check(index);
        uses[index]++;
        usedInWindow[index] |= windowDepth > 0;
        return columns.get(index);
    }

    /** A column of the query around this one, or further out. */
    Value outerColumn(int stepsOut, int index) {
        Scope scope = this;
        for (int i = 0; i < stepsOut; i++) {
            if (scope.outer == null) {
                throw new LoweringException.Malformed("an outer reference goes beyond the outermost query");
            }
            scope = scope.outer;
        }
        scope.check(index);
        scope.usedInside[index] = true;
        return scope.columns.get(index);
    }

    /**
     * Whether what was used may be written where it was: nothing twice that must be evaluated once, and nothing inside a
     * subquery that only its own query can evaluate.
     *
     * @param survival whether the columns are seen by others as well
     */
    boolean isSound(Survival survival) {
        for (int i = 0; i < uses.length; i++) {
            Value column = columns.get(i);
            int written = uses[i] + (survival == Survival.COLUMNS_REMAIN ? 1 : 0);
            if (uses[i] > 0 && written > 1 && !column.mayRepeat()) {
                return false;
            }
            if (uses[i] > 1 && column.sql().length() > REPEATED_LENGTH_MAX) {
                return false;
            }
            if (usedInside[i] && !maySinkIntoSubquery(column)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a column that was used holds what cannot stand where the expression goes. */
    boolean used(Value.Trait trait) {
        for (int i = 0; i < uses.length; i++) {
            if ((uses[i] > 0 || usedInside[i]) && columns.get(i).has(trait)) {
                return true;
            }
        }
        return false;
    }

    /** Says that what is used until {@link #leaveWindow} is used by a window function. */
    void enterWindow() {
        windows++;
        windowDepth++;
    }

    void leaveWindow() {
        windowDepth--;
    }

    /** Whether window functions were written. */
    boolean hasWindows() {
        return windows > 0;
    }

    boolean hasWindowOverWindow() {
        for (int i = 0; i < uses.length; i++) {
            if (usedInWindow[i] && columns.get(i).has(Value.Trait.WINDOW)) {
                return true;
            }
        }
        return false;
    }

    private static boolean maySinkIntoSubquery(Value column) {
        return column.mayRepeat() && !column.has(Value.Trait.AGGREGATE) && !column.has(Value.Trait.WINDOW);
    }

    private void check(int index) {
        if (index < 0 || index >= columns.size()) {
            throw new LoweringException.Malformed("column " + index + " of " + columns.size() + " is referenced");
        }
    }

    /** What becomes of the columns after an expression used them. */
    enum Survival {
        COLUMNS_END,
        COLUMNS_REMAIN
    }
}
