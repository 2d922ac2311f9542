package io.sqe.cli.command;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.cli.execution.Outcome;
import io.sqe.cli.execution.Workspace;
import io.sqe.gateway.query.Session.Location;
import io.sqe.gateway.query.Vocabulary;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The commands that ask about tables. */
final class TableCommands {
    private final Workspace workspace;
    private final SqlRunner sql;

    TableCommands(Workspace workspace, SqlRunner sql) {
        this.workspace = workspace;
        this.sql = sql;
    }

    /** Tables of the session's namespace by their own name, others by their full one. */
    Outcome list(String pattern) throws IOException {
        List<String> names = visibleTables().stream()
                .filter(table -> pattern.isEmpty() || matches(pattern, table))
                .map(this::shortName)
                .toList();
        if (names.isEmpty()) {
            workspace.messages().say(pattern.isEmpty() ? "There are no tables." : "No table is like " + pattern + ".");
        } else {
            workspace.print(String.join("\n", names) + "\n");
        }
        return Outcome.DONE;
    }

    private List<TableName> visibleTables() {
        Vocabulary words = workspace.engine().vocabulary(workspace.session());
        return words.catalogs().stream()
                .flatMap(catalog -> words.namespaces(catalog).stream())
                .flatMap(namespace -> words.tables(namespace).stream())
                .toList();
    }

    private static boolean matches(String pattern, TableName table) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*', '%' -> expression.append(".*");
                case '?', '_' -> expression.append('.');
                default -> expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        Pattern compiled = Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return compiled.matcher(table.table()).matches()
                || compiled.matcher(table.toString()).matches()
                || table.table().toLowerCase(Locale.ROOT).contains(pattern.toLowerCase(Locale.ROOT));
    }

    private String shortName(TableName table) {
        Location here = workspace.session().location();
        boolean isHere = here.namespace().filter(table.namespace()::equals).isPresent();
        String full = table.toString();
        return isHere ? full.substring(table.namespace().toString().length() + 1) : full;
    }

    Outcome schema(String table) throws IOException {
        if (!table.isEmpty()) {
            return sql.run("SHOW CREATE TABLE " + table);
        }
        Location here = workspace.session().location();
        List<NamespaceName> namespaces = here.namespace().stream().toList();
        Outcome worst = Outcome.DONE;
        for (NamespaceName namespace : namespaces) {
            for (TableName found :
                    workspace.engine().vocabulary(workspace.session()).tables(namespace)) {
                Outcome outcome = sql.run("SHOW CREATE TABLE " + found);
                worst = outcome == Outcome.DONE ? worst : outcome;
                if (outcome == Outcome.CANCELLED) {
                    return outcome;
                }
            }
        }
        return worst;
    }

    Outcome describe(String table) throws IOException {
        return sql.run("DESCRIBE " + table);
    }

    /** Runs a statement that a command stands for. */
    @FunctionalInterface
    interface SqlRunner {
        Outcome run(String sql) throws IOException;
    }
}
