package io.sqe.cli.format;

/** Colours of what the program itself writes. */
public enum Ink {
    PLAIN,
    ANSI;

    private static final String RESET = "\u001b[0m";

    public String bold(String text) {
        return styled("\u001b[1m", text);
    }

    public String dim(String text) {
        return styled("\u001b[2m", text);
    }

    public String alarming(String text) {
        return styled("\u001b[1;31m", text);
    }

    public String pointing(String text) {
        return styled("\u001b[33m", text);
    }

    private String styled(String start, String text) {
        return this == PLAIN || text.isEmpty() ? text : start + text + RESET;
    }
}
