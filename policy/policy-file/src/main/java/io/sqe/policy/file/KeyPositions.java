package io.sqe.policy.file;

import io.sqe.policy.file.PolicyFileException.Position;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines of keys in a policy file, for messages: the TOML parser does not keep them.
 *
 * @param text of the file
 */
record KeyPositions(String text) {
    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*\\[\\[[ \\t]*rule[ \\t]*]]");

    /** The first place of a key in the rule of that number, counted from 1; rule 0 is what stands above all rules. */
    Position of(int rule, String key) {
        int start = startOf(rule);
        Matcher found = Pattern.compile("(?<![\\w-])[\"']?" + Pattern.quote(key) + "[\"']?[ \\t]*(?:=|]|\\.)")
                .matcher(text);
        return found.find(start) ? position(found.start()) : position(start);
    }

    Position ofRule(int rule) {
        return position(startOf(rule));
    }

    private int startOf(int rule) {
        Matcher header = RULE.matcher(text);
        int start = 0;
        for (int i = 0; i < rule && header.find(); i++) {
            start = header.start();
        }
        return start;
    }

    private Position position(int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        return new Position(line, offset - before.lastIndexOf('\n'));
    }
}
