package io.sqe.cli.plot;

/** A picture of dots, eight to a character: two across and four down. */
final class BrailleCanvas {
    static final int DOTS_ACROSS = 2;
    static final int DOTS_DOWN = 4;

    private static final char BLANK = '\u2800';
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final char[][] cells;

    BrailleCanvas(int columns, int rows) {
        cells = new char[rows][columns];
    }

    int width() {
        return cells[0].length * DOTS_ACROSS;
    }

    int height() {
        return cells.length * DOTS_DOWN;
    }

    /** Sets a dot, counted from the left and from the top. */
    void dot(int x, int y) {
        cells[y / DOTS_DOWN][x / DOTS_ACROSS] |= (char) DOTS[y % DOTS_DOWN][x % DOTS_ACROSS];
    }

    /** Sets the dots between two, both included. */
    void line(int fromX, int fromY, int toX, int toY) {
        int steps = Math.max(1, Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
        for (int step = 0; step <= steps; step++) {
            double share = (double) step / steps;
            dot((int) Math.round(fromX + (toX - fromX) * share), (int) Math.round(fromY + (toY - fromY) * share));
        }
    }

    /** A row of characters, without blanks at its end. */
    String row(int row) {
        StringBuilder text = new StringBuilder();
        for (char cell : cells[row]) {
            text.append(cell == 0 ? ' ' : (char) (BLANK | cell));
        }
        return text.toString().stripTrailing();
    }
}
