import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Everything that a JDBC driver says of the database, against what is written down.
 *
 * <p>Usage: {@code java MetadataWalk.java flight|trino EXPECTED-FILE [rewrite]}. A line is a question and its answer; a table is a
 * line of its columns and one for each row.
 */
public final class MetadataWalk {
    /** What differs from one run to the next. */
    private static final Set<String> VARIES = Set.of("getURL", "getConnection");

    /** Functions are the catalogue's own test's affair: only some are asked for here. */
    private static final String FUNCTION = "abs";

    private final DatabaseMetaData metadata;
    private final List<String> lines = new ArrayList<>();

    private MetadataWalk(DatabaseMetaData metadata) {
        this.metadata = metadata;
    }

    /** A question whose answer is rows. */
    private interface Question {
        ResultSet ask() throws SQLException;
    }

    public static void main(String... arguments) throws SQLException, IOException {
        Path file = Path.of(arguments[1]);
        List<String> found;
        try (Connection connection = arguments[0].equals("trino") ? TestServer.trino() : TestServer.flight()) {
            prepare(connection);
            MetadataWalk walk = new MetadataWalk(connection.getMetaData());
            walk.plainAnswers();
            walk.tables();
            walk.keysAndPrivileges();
            walk.typesAndFunctions();
            found = walk.lines;
        }
        if (arguments.length > 2 && arguments[2].equals("rewrite")) {
            Files.write(file, found);
        }
        compare(Files.readAllLines(file), found);
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS walk.every_type");
            statement.execute("DROP VIEW IF EXISTS walk.some_view");
            statement.execute("CREATE SCHEMA IF NOT EXISTS walk");
            statement.execute("CREATE TABLE walk.every_type (a boolean NOT NULL, b integer, c bigint, d real, e double, f decimal(10, 2),"
                    + " g varchar, h varbinary, i date, j timestamp(6), k timestamp(6) with time zone, l array(integer),"
                    + " m map(varchar, bigint), n row(x integer, y varchar), \"odd _%Name\" time(6))");
            statement.execute("CREATE VIEW walk.some_view AS SELECT a, b FROM walk.every_type");
        }
    }

    /** Every question without an argument whose answer is a number, a text or yes and no. */
    private void plainAnswers() {
        Arrays.stream(DatabaseMetaData.class.getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getDeclaringClass() == DatabaseMetaData.class)
                .filter(method -> !ResultSet.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> !VARIES.contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> lines.add(method.getName() + ": " + answer(method)));
    }

    private String answer(Method method) {
        try {
            return String.valueOf(method.invoke(metadata));
        } catch (InvocationTargetException refused) {
            return firstLine(refused.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void tables() {
        String[] tableOnly = {"TABLE"};
        String[] viewOnly = {"VIEW"};
        table("getCatalogs()", metadata::getCatalogs);
        table("getSchemas(lake, walk)", () -> metadata.getSchemas("lake", "walk"));
        table("getSchemas(lake, w_lk)", () -> metadata.getSchemas("lake", "w_lk"));
        table("getTableTypes()", metadata::getTableTypes);
        table("getTables(lake, walk, %, all)", () -> metadata.getTables("lake", "walk", "%", null));
        table("getTables(lake, walk, every\\_t%, TABLE)", () -> metadata.getTables("lake", "walk", "every\\_t%", tableOnly));
        table("getTables(lake, walk, %, TABLE)", () -> metadata.getTables("lake", "walk", "%", tableOnly));
        table("getTables(lake, walk, %, VIEW)", () -> metadata.getTables("lake", "walk", "%", viewOnly));
        table("getTables(any, walk, some_view, all)", () -> metadata.getTables(null, "walk", "some_view", null));
        table("getTables(lake, nowhere, %, all)", () -> metadata.getTables("lake", "nowhere", "%", null));
        table("getColumns(lake, walk, every_type, %)", () -> metadata.getColumns("lake", "walk", "every_type", "%"));
        table("getColumns(lake, walk, %, odd \\_\\%%)", () -> metadata.getColumns("lake", "walk", "%", "odd \\_\\%%"));
        table("getColumns(lake, walk, some_view, null)", () -> metadata.getColumns("lake", "walk", "some_view", null));
    }

    private void keysAndPrivileges() {
        table("getPrimaryKeys", () -> metadata.getPrimaryKeys("lake", "walk", "every_type"));
        table("getImportedKeys", () -> metadata.getImportedKeys("lake", "walk", "every_type"));
        table("getExportedKeys", () -> metadata.getExportedKeys("lake", "walk", "every_type"));
        table("getCrossReference", () -> metadata.getCrossReference("lake", "walk", "every_type", "lake", "walk", "some_view"));
        table("getIndexInfo", () -> metadata.getIndexInfo("lake", "walk", "every_type", false, true));
        table("getBestRowIdentifier", () -> metadata.getBestRowIdentifier("lake", "walk", "every_type", 0, true));
        table("getVersionColumns", () -> metadata.getVersionColumns("lake", "walk", "every_type"));
        table("getTablePrivileges", () -> metadata.getTablePrivileges("lake", "walk", "every_type"));
        table("getColumnPrivileges", () -> metadata.getColumnPrivileges("lake", "walk", "every_type", "%"));
        table("getSuperTables", () -> metadata.getSuperTables("lake", "walk", "%"));
        table("getSuperTypes", () -> metadata.getSuperTypes("lake", "walk", "%"));
        table("getPseudoColumns", () -> metadata.getPseudoColumns("lake", "walk", "every_type", "%"));
        table("getAttributes", () -> metadata.getAttributes("lake", "walk", "%", "%"));
        table("getUDTs", () -> metadata.getUDTs("lake", "walk", "%", null));
    }

    private void typesAndFunctions() {
        table("getTypeInfo()", metadata::getTypeInfo);
        table("getFunctions(null, null, " + FUNCTION + ")", () -> metadata.getFunctions(null, null, FUNCTION));
        table("getFunctionColumns", () -> metadata.getFunctionColumns(null, null, FUNCTION, "%"));
        table("getProcedures", () -> metadata.getProcedures("lake", "walk", "%"));
        table("getProcedureColumns", () -> metadata.getProcedureColumns("lake", "walk", "%", "%"));
        table("getClientInfoProperties", metadata::getClientInfoProperties);
    }

    private void table(String name, Question question) {
        try (ResultSet rows = question.ask()) {
            lines.add(name + ": " + columns(rows.getMetaData()));
            Checks.rows(rows).forEach(row -> lines.add("    " + row));
        } catch (SQLException | RuntimeException refused) {
            lines.add(name + ": " + firstLine(refused));
        }
    }

    private static String columns(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnLabel(column));
        }
        return String.join("|", names);
    }

    private static String firstLine(Throwable failure) {
        return failure.getClass().getSimpleName() + ": "
                + String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static void compare(List<String> expected, List<String> found) {
        Checks checks = new Checks();
        for (int line = 0; line < Math.max(expected.size(), found.size()); line++) {
            String wanted = line < expected.size() ? expected.get(line) : "nothing";
            String is = line < found.size() ? found.get(line) : "nothing";
            checks.check(is.strip(), () -> Checks.equal(wanted, is));
        }
        checks.end();
    }
}
