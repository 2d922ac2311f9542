import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/** Counts what holds and what does not; a check that fails does not end the program. */
final class Checks {
    private int passed;
    private int failed;

    /** Something that may throw. */
    interface Action {
        void run() throws Exception;
    }

    /** A check under a name: it fails by throwing. */
    void check(String name, Action action) {
        try {
            action.run();
            passed++;
            System.out.println("  ok    " + name);
        } catch (Exception | AssertionError | LinkageError failure) {
            failed++;
            System.out.println("  FAIL  " + name + ": " + failure);
        }
    }

    static void equal(Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }

    static void holds(String what, boolean isSo) {
        if (!isSo) {
            throw new AssertionError(what);
        }
    }

    /** The failure of an action, whose message must contain a text. */
    static SQLException refused(String text, Action action) throws Exception {
        try {
            action.run();
        } catch (SQLException refusal) {
            holds(refusal.toString() + " does not say " + text, String.valueOf(refusal.getMessage()).contains(text));
            return refusal;
        }
        throw new AssertionError("not refused");
    }

    /** Every row as text, columns separated by a bar; closes the rows. */
    static List<String> rows(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (rows) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                StringJoiner row = new StringJoiner("|");
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                texts.add(row.toString());
            }
        }
        return texts;
    }

    /** Says how it went; the program's exit code is 1 if a check failed. */
    void end() {
        System.out.println(passed + " passed, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1); // drivers leave threads behind
    }
}
