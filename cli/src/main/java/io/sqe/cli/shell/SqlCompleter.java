package io.sqe.cli.shell;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.cli.format.ResultFormat;
import io.sqe.cli.shell.CompletionPoint.NamedTable;
import io.sqe.gateway.query.Session.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers what could be typed next: commands, tables, columns, functions, keywords, files. */
final class SqlCompleter implements Completer {
    private final KnownWords words;
    private final List<String> commands;

    SqlCompleter(KnownWords words, List<String> commands) {
        this.words = words;
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        candidates.addAll(candidates(CompletionPoint.of(line.line(), line.cursor())));
    }

    List<Candidate> candidates(CompletionPoint point) {
        KnownWords.Look look = words.look();
        return switch (point.wanted()) {
            case COMMAND -> whole(commands, "commands");
            case COMMAND_ARGUMENT -> argument(point, look);
            case FILE -> FileNames.startingWith(point.word());
            case TABLE -> tables(point, look);
            case EXPRESSION -> expression(point, look);
            case NOTHING -> List.of();
        };
    }

    private List<Candidate> argument(CompletionPoint point, KnownWords.Look look) {
        return switch (point.before()) {
            case ".FORMAT", "\\FORMAT" ->
                whole(
                        Arrays.stream(ResultFormat.values())
                                .map(ResultFormat::toString)
                                .toList(),
                        "formats");
            case ".TIMER", "\\TIMING" -> whole(List.of("on", "off"), "");
            case ".READ", "\\I" -> FileNames.startingWith(point.word());
            case ".HELP" -> whole(commands, "commands");
            case ".SCHEMA", ".DESCRIBE", ".SUMMARIZE", ".TABLES", "\\D" -> tables(point, look);
            case ".MAXROWS" -> whole(List.of("all"), "");
            case ".PLOT" -> whole(List.of("bar", "line"), "");
            default -> List.of();
        };
    }

    private static List<Candidate> whole(List<String> values, String group) {
        return values.stream().map(value -> candidate(value, group, true)).toList();
    }

    private static Candidate candidate(String value, String group, boolean complete) {
        return new Candidate(value, value, group.isEmpty() ? null : group, null, null, null, complete);
    }

    /** Tables by the path that is typed: here by their own names, elsewhere by namespace and catalog. */
    private List<Candidate> tables(CompletionPoint point, KnownWords.Look look) {
        List<String> path = CompletionPoint.parts(point.word());
        String typed = qualifier(point.word());
        List<Candidate> found = new ArrayList<>();
        List<String> above = path.subList(0, path.size() - 1);
        if (above.isEmpty()) {
            here().ifPresent(namespace -> addTables(look, namespace, "", found));
            addNamespaces(look, location().catalog(), "", found);
            look.catalogs().forEach(catalog -> found.add(candidate(Quoting.of(catalog) + ".", "catalogs", false)));
            return found;
        }
        namespaceOf(above).ifPresent(namespace -> addTables(look, namespace, typed, found));
        if (above.size() == 1 && contains(look.catalogs(), above.getFirst())) {
            addNamespaces(look, above.getFirst(), typed, found);
        }
        return found;
    }

    private void addTables(KnownWords.Look look, NamespaceName namespace, String typed, List<Candidate> found) {
        for (TableName table : look.tables(namespace)) {
            found.add(candidate(typed + Quoting.of(table.table()), "tables", true));
        }
    }

    private static void addNamespaces(KnownWords.Look look, String catalog, String typed, List<Candidate> found) {
        for (NamespaceName namespace : look.namespaces(catalog)) {
            String name = String.join(
                    ".", namespace.levels().stream().map(Quoting::of).toList());
            found.add(candidate(typed + name + ".", "schemas", false));
        }
    }

    private List<Candidate> expression(CompletionPoint point, KnownWords.Look look) {
        String typed = qualifier(point.word());
        if (!typed.isEmpty()) {
            return qualified(point, typed, look);
        }
        List<Candidate> found = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (NamedTable table : point.tables()) {
            columns.addAll(columns(table, look));
            if (!table.alias().equals(table.path().getLast())) {
                found.add(candidate(Quoting.of(table.alias()) + ".", "tables", false));
            }
        }
        columns.forEach(column -> found.add(candidate(Quoting.of(column), "columns", true)));
        if (!point.word().isEmpty()) {
            boolean lower = point.word().equals(point.word().toLowerCase(Locale.ROOT));
            look.functions().forEach(function -> found.add(candidate(function + "(", "functions", false)));
            look.keywords()
                    .forEach(word ->
                            found.add(candidate(lower ? word.toLowerCase(Locale.ROOT) : word, "keywords", true)));
            here().ifPresent(namespace -> addTables(look, namespace, "", found));
        }
        return found;
    }

    private List<Candidate> qualified(CompletionPoint point, String typed, KnownWords.Look look) {
        List<String> path = CompletionPoint.parts(point.word());
        List<String> above = path.subList(0, path.size() - 1);
        Optional<NamedTable> table = point.tables().stream()
                .filter(named -> above.equals(List.of(named.alias())) || above.equals(named.path()))
                .findFirst();
        return table.map(named -> columns(named, look).stream()
                        .map(column -> candidate(typed + Quoting.of(column), "columns", true))
                        .toList())
                .orElseGet(() -> tables(point, look));
    }

    private List<String> columns(NamedTable table, KnownWords.Look look) {
        List<String> path = table.path();
        Optional<NamespaceName> namespace = path.size() == 1 ? here() : namespaceOf(path.subList(0, path.size() - 1));
        return namespace.map(there -> look.columns(there.table(path.getLast()))).orElse(List.of());
    }

    /** The namespace that a qualifier means: one of the session's catalog, or one with its catalog before it. */
    private Optional<NamespaceName> namespaceOf(List<String> path) {
        if (path.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                path.size() == 1
                        ? new NamespaceName(location().catalog(), path)
                        : new NamespaceName(path.getFirst(), path.subList(1, path.size())));
    }

    private Optional<NamespaceName> here() {
        return location().namespace();
    }

    private Location location() {
        return words.session().location();
    }

    /** What of a path is before its last part, as it was typed. */
    private static String qualifier(String path) {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
