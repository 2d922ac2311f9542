package io.sqe.cli.statement;

/**
 * Tells strings, quoted identifiers and comments from code, fed character by character, so that a script need never be held
 * whole. A doubled quote within quotes needs no rule of its own: it closes and opens again. Block comments do not nest, as in
 * the SQL parser.
 */
public final class LexicalState {
    private LexicalRegion region = LexicalRegion.CODE;
    private Delimiter pending = Delimiter.NONE;

    /** The region that the next character is in, as far as can be said before seeing it. */
    public LexicalRegion region() {
        return region;
    }

    /**
     * Steps over one character.
     *
     * @param next the character after it, negative if there is none
     * @return the region that {@code c} belongs to, delimiters included
     */
    public LexicalRegion step(int c, int next) {
        if (pending != Delimiter.NONE) {
            return finishDelimiter();
        }
        return switch (region) {
            case CODE -> open(c, next);
            case STRING -> closeAt(c, '\'');
            case QUOTED_IDENTIFIER -> closeAt(c, '"');
            case LINE_COMMENT -> closeAt(c, '\n');
            case BLOCK_COMMENT -> {
                if (c == '*' && next == '/') {
                    pending = Delimiter.CLOSING;
                }
                yield LexicalRegion.BLOCK_COMMENT;
            }
        };
    }

    private LexicalRegion finishDelimiter() {
        LexicalRegion current = region;
        if (pending == Delimiter.CLOSING) {
            region = LexicalRegion.CODE;
        }
        pending = Delimiter.NONE;
        return current;
    }

    private LexicalRegion open(int c, int next) {
        if (c == '\'') {
            region = LexicalRegion.STRING;
        } else if (c == '"') {
            region = LexicalRegion.QUOTED_IDENTIFIER;
        } else if (c == '-' && next == '-') {
            region = LexicalRegion.LINE_COMMENT;
        } else if (c == '/' && next == '*') {
            region = LexicalRegion.BLOCK_COMMENT;
            pending = Delimiter.OPENING;
        }
        return region;
    }

    private LexicalRegion closeAt(int c, int delimiter) {
        LexicalRegion current = region;
        if (c == delimiter) {
            region = LexicalRegion.CODE;
        }
        return current;
    }

    /** A delimiter of two characters of which the first has been seen. */
    private enum Delimiter {
        NONE,
        OPENING,
        CLOSING
    }
}
