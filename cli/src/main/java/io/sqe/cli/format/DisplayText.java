package io.sqe.cli.format;

import org.jline.utils.WCWidth;

/** Text as a terminal shows it: harmless, and as wide as it looks. */
public final class DisplayText {
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int SKIN_TONE_FIRST = 0x1f3fb;
    private static final int SKIN_TONE_LAST = 0x1f3ff;
    private static final int EMOJI_PRESENTATION = 0xfe0f;
    private static final String ELLIPSIS = "…";

    private DisplayText() {}

    /**
     * The text with everything escaped that would move a cursor, ring a bell, change a colour or turn the direction of writing.
     * Line ends become {@code \n}.
     */
    public static String harmless(String text) {
        return escape(text, false);
    }

    /** As {@link #harmless}, but line ends stay. */
    public static String harmlessLines(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean keepLines) {
        int i = 0;
        while (i < text.length() && !mustEscape(text.charAt(i), keepLines)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (mustEscape(c, keepLines)) {
                appendEscaped(c, out);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean mustEscape(char c, boolean keepLines) {
        if (c < ' ') {
            return !(keepLines && c == '\n');
        }
        return c >= 0x7f && (c < 0xa0 || isInvisible(c));
    }

    /** Marks that turn the direction of writing or break lines. */
    private static boolean isInvisible(char c) {
        return (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200e'
                || c == '\u200f'
                || c == '\u061c'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\ufeff';
    }

    private static void appendEscaped(char c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x80) {
                    out.append("\\x%02X".formatted((int) c));
                } else {
                    out.append("\\u%04X".formatted((int) c));
                }
            }
        }
    }

    /** Columns that harmless text takes. */
    public static int width(String text) {
        int width = 0;
        int previous = 0;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            int point = c < 0x300 ? c : text.codePointAt(i);
            width += width(point, previous);
            previous = point;
            i += Character.charCount(point);
        }
        return width;
    }

    private static int width(int point, int previous) {
        if (point < 0x300) {
            return 1;
        }
        if (previous == ZERO_WIDTH_JOINER
                || point == EMOJI_PRESENTATION
                || (point >= SKIN_TONE_FIRST && point <= SKIN_TONE_LAST && previous > 0x2000)) {
            return 0;
        }
        return Math.max(0, WCWidth.wcwidth(point));
    }

    /** The text, cut to at most so many columns; what is cut is shown by an ellipsis. */
    public static String cut(String text, int columns) {
        if (text.length() <= columns / 2 || width(text) <= columns) {
            return text;
        }
        int width = 0;
        int previous = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            int next = width + width(point, previous);
            if (next > columns - 1) {
                break;
            }
            width = next;
            previous = point;
            end += Character.charCount(point);
        }
        return text.substring(0, end) + ELLIPSIS;
    }
}
