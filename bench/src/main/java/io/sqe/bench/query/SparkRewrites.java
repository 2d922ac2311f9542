package io.sqe.bench.query;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns Spark's query texts into those of the specifications, in standard SQL that means the same to both engines. This is the
 * whole list: nothing else in a text is changed, and both engines are given the result.
 *
 * <p>From Spark's dialect, or back to the specification:
 *
 * <ol>
 *   <li>{@code INTERVAL 30 days} becomes {@code INTERVAL '30' DAY};
 *   <li>{@code `name`} becomes {@code "name"};
 *   <li>a semicolon at the end goes;
 *   <li>q30's {@code c_last_review_date} gets the name that the column has in the specification,
 *       {@code c_last_review_date_sk};
 *   <li>q78's condition gets the OR that the specification has where Spark's text has AND, which finds nothing at scale 1;
 *   <li>q90's alias {@code at} gets quotes, for DuckDB reserves the word.
 * </ol>
 *
 * <p>Where the answer would otherwise depend on the engine. A quotient or an average of DECIMALs is a DECIMAL here, rounded to the
 * scale that Trino gives it, and a DOUBLE in DuckDB. That shows as soon as rows are sorted by it, ranked by it or compared with
 * it, or when it is calculated with: so these texts ask for the DOUBLE. DuckDB's answers stay what they were.
 *
 * <ol start="7">
 *   <li>A number that something is divided by becomes a DOUBLE, {@code / 3} turning into {@code / 3e0}: q4, q21, q23, q54, q58, q83,
 *       and TPC-H's q17.
 *   <li>A quotient whose dividend is cast to DECIMAL has it cast to DOUBLE: q49, q61, q75, q90.
 *   <li>A total that is divided by another is cast to DOUBLE: q2, q4, q11, q12, q20, q31, q36, q58, q59, q66, q74, q98.
 *   <li>An average over a window becomes the sum, as a DOUBLE, over the count, which unlike a sum of DOUBLEs does not depend on the
 *       rows' order: q47, q53, q57, q63, q89.
 *   <li>An average that rows are compared with or ranked by is that of DOUBLEs: q1, q6, q24, q30, q32, q44, q65, q81, q92.
 *   <li>A divisor that counts or sums what small scales may lack is NULL instead of zero, by {@code nullif}: q61, q90.
 *   <li>{@code concat(a, b)} becomes {@code (a || b)}, for DuckDB's concat skips NULL where SQL's gives NULL: q5, q66, q80, q84.
 * </ol>
 */
final class SparkRewrites {
    private record Rewrite(Pattern from, String to) {
        Rewrite(String from, String to) {
            this(Pattern.compile(from, Pattern.CASE_INSENSITIVE), to);
        }
    }

    /** Columns and sums that hold DECIMALs where they are divided. */
    private static final String DIVIDED_TOTAL =
            "(\\w+\\.(?:year_total|web_sales|store_sales)|[a-z]{3}_sales1?|\\w+_item_rev"
                    + "|\\(ss_item_rev \\+ cs_item_rev \\+ ws_item_rev\\)|sum\\([a-z]{2}_\\w+\\)(?: \\* 100)?)";

    /** What the averages are of that rows are compared with or ranked by. */
    private static final String AVERAGED =
            "(ctr_total_return|netpaid|revenue|ss_net_profit|[cw]s_ext_discount_amt|j\\.i_current_price)";

    private static final List<Rewrite> REWRITES = List.of(
            new Rewrite("\\binterval\\s+(\\d+)\\s+days?\\b", "INTERVAL '$1' DAY"),
            new Rewrite("`([^`]*)`", "\"$1\""),
            new Rewrite(";\\s*$", ""),
            new Rewrite("\\bc_last_review_date\\b", "c_last_review_date_sk"),
            new Rewrite(
                    "coalesce\\(ws_qty, 0\\) > 0 AND coalesce\\(cs_qty, 0\\) > 0",
                    "(coalesce(ws_qty, 0) > 0 OR coalesce(cs_qty, 0) > 0)"),
            new Rewrite("\\) at,", ") \"at\","),
            new Rewrite("/(\\s*\\d+(?:\\.\\d+)?)\\b", "/$1e0"),
            new Rewrite("/(\\s*)(cast\\(\\w+ AS DECIMAL\\(\\d+, \\d+\\)\\))", "/$1nullif($2, 0)"),
            new Rewrite("AS DECIMAL\\(\\d+, \\d+\\)\\)(\\s*)/", "AS DOUBLE)$1/"),
            new Rewrite(DIVIDED_TOTAL + "(\\s*)/", "CAST($1 AS DOUBLE)$2/"),
            new Rewrite(
                    "avg\\((sum\\(\\w+\\))\\)\\s*(OVER\\s*\\([^()]*\\))", "CAST(sum($1) $2 AS DOUBLE) / count($1) $2"),
            new Rewrite("avg\\(" + AVERAGED + "\\)", "avg(CAST($1 AS DOUBLE))"),
            new Rewrite(concatOf(3), "($1 || $2 || $3)"),
            new Rewrite(concatOf(2), "($1 || $2)"));

    private SparkRewrites() {}

    /** A call whose arguments are names and strings. */
    private static String concatOf(int arguments) {
        return "\\bconcat\\(" + String.join(", ", Collections.nCopies(arguments, "('[^']*'|[\\w.]+)")) + "\\)";
    }

    static String toStandard(String sql) {
        String standard = sql;
        for (Rewrite rewrite : REWRITES) {
            standard = rewrite.from().matcher(standard).replaceAll(rewrite.to());
        }
        return standard.strip();
    }
}
