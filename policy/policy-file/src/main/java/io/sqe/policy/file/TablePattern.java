package io.sqe.policy.file;

import io.sqe.catalog.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables that a rule is about: {@code catalog.schema.table}, {@code *} standing for any letters of a part.
 *
 * <p>A lone {@code *} in the schema's place matches schemas of any depth, {@code *} alone every table. Letter case does not
 * matter, as it does not in SQL: a rule that denies must not miss a table over it.
 */
final class TablePattern {
    private static final Pattern PART = Pattern.compile("\\G\"((?:[^\"]|\"\")+)\"(?:\\.|$)|\\G([^\".]+)(?:\\.|$)");
    private static final int PARTS_MIN = 3;

    private final Pattern catalog;
    private final List<Pattern> levels;
    private final boolean anyLevels;
    private final Pattern table;

    private TablePattern(List<String> parts) {
        this.catalog = glob(parts.getFirst());
        this.table = glob(parts.getLast());
        List<String> middle = parts.subList(1, parts.size() - 1);
        this.anyLevels = middle.equals(List.of("*"));
        this.levels = middle.stream().map(TablePattern::glob).toList();
    }

    /** @throws IllegalArgumentException if the text does not name a table in a schema in a catalog */
    static TablePattern parse(String text) {
        if (text.equals("*")) {
            return new TablePattern(List.of("*", "*", "*"));
        }
        List<String> parts = parts(text);
        if (parts.size() < PARTS_MIN) {
            throw new IllegalArgumentException(
                    "'%s' does not name tables: write catalog.schema.table.".formatted(text));
        }
        return new TablePattern(parts);
    }

    boolean matches(TableName name) {
        return catalog.matcher(name.catalog()).matches()
                && table.matcher(name.table()).matches()
                && (anyLevels || levelsMatch(name.namespace().levels()));
    }

    private boolean levelsMatch(List<String> names) {
        if (names.size() != levels.size()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!levels.get(i).matcher(names.get(i)).matches()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find()) {
            String quoted = part.group(1);
            parts.add(quoted == null ? part.group(2) : quoted.replace("\"\"", "\""));
            end = part.end();
        }
        if (end != text.length() || text.endsWith(".")) {
            throw new IllegalArgumentException("'%s' is not a table's name.".formatted(text));
        }
        return parts;
    }

    private static Pattern glob(String part) {
        String expression = Stream.of(part.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
