package io.sqe.catalog;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The full name of a namespace: its catalog and one or more levels below it. */
public record NamespaceName(String catalog, List<String> levels) {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    public NamespaceName {
        levels = List.copyOf(levels);
        if (catalog.isEmpty() || levels.isEmpty() || levels.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("Namespace name has an empty part: " + catalog + " " + levels);
        }
    }

    public static NamespaceName of(String catalog, String... levels) {
        return new NamespaceName(catalog, List.of(levels));
    }

    public TableName table(String name) {
        return new TableName(this, name);
    }

    /** The name as SQL writes it, quoted where it must be. */
    @Override
    public String toString() {
        return quoted(catalog) + "."
                + levels.stream().map(NamespaceName::quoted).collect(Collectors.joining("."));
    }

    static String quoted(String part) {
        boolean plain = PLAIN.matcher(part.toLowerCase(Locale.ROOT)).matches();
        return plain ? part : '"' + part.replace("\"", "\"\"") + '"';
    }
}
