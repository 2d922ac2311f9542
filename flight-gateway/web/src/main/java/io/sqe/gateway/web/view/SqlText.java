package io.sqe.gateway.web.view;

import io.sqe.gateway.failure.SqlPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL cut into pieces that look different. Together they are the text, to the character. */
public final class SqlText {
    private static final Pattern TOKEN = Pattern.compile("""
            (?<note>--[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z))\
            |(?<text>'(?:[^']|'')*+(?:'|\\z))\
            |(?<name>"(?:[^"]|"")*+(?:"|\\z))\
            |(?<number>\\b\\d++(?:\\.\\d*+)?(?:[eE][+-]?\\d++)?)\
            |(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*+)""");

    /** Those that give a statement its shape; what is missing is only not bold. */
    private static final Set<String> KEYWORDS = Set.of(
            ("all alter analyze and any array as asc at between by call case cast coalesce create cross current date day delete desc "
                            + "describe distinct drop else end escape except exists explain extract false fetch filter first following for from full "
                            + "grant group grouping having hour if in inner insert intersect interval into is join lateral left like limit "
                            + "merge minute month natural not null nulls offset on or order outer over partition preceding range recursive "
                            + "replace revoke right rollup row rows schema second select set sets show table tablesample then time timestamp "
                            + "to true unbounded union unnest update use using values view when where window with within year")
                    .split(" "));

    private SqlText() {}

    /** @param fault a place to mark */
    public static List<Piece> pieces(String sql, Optional<SqlPosition> fault) {
        int from = fault.map(place -> offset(sql, place.line(), place.column())).orElse(-1);
        int to = fault.map(place -> offset(sql, place.endLine(), place.endColumn()) + 1)
                .orElse(-1);
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        int at = 0;
        while (matcher.find()) {
            add(pieces, sql, new Span("plain", at, matcher.start()), from, to);
            add(pieces, sql, new Span(kind(matcher), matcher.start(), matcher.end()), from, to);
            at = matcher.end();
        }
        add(pieces, sql, new Span("plain", at, sql.length()), from, to);
        return pieces;
    }

    /** Cuts a span where the marked place begins and ends. */
    private static void add(List<Piece> pieces, String sql, Span span, int from, int to) {
        int begin = Math.clamp(from, span.start(), span.end());
        int end = Math.clamp(to, begin, span.end());
        add(pieces, sql, new Span(span.kind(), span.start(), begin), false);
        add(pieces, sql, new Span(span.kind(), begin, end), true);
        add(pieces, sql, new Span(span.kind(), end, span.end()), false);
    }

    private static void add(List<Piece> pieces, String sql, Span span, boolean isFault) {
        if (span.start() < span.end()) {
            pieces.add(new Piece(span.kind(), sql.substring(span.start(), span.end()), isFault));
        }
    }

    private static String kind(Matcher matcher) {
        for (String kind : List.of("note", "text", "name", "number")) {
            if (matcher.group(kind) != null) {
                return kind;
            }
        }
        return KEYWORDS.contains(matcher.group().toLowerCase(Locale.ROOT)) ? "keyword" : "plain";
    }

    /** Of a line and column that count from 1; the end of the text if it has no such place. */
    private static int offset(String sql, int line, int column) {
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++) {
            start = sql.indexOf('\n', start) + 1;
            if (start == 0) {
                return sql.length();
            }
        }
        return Math.min(sql.length(), start + column - 1);
    }

    /**
     * A part of the text.
     *
     * @param kind for style sheets
     * @param isFault whether an error is there
     */
    public record Piece(String kind, String text, boolean isFault) {}

    private record Span(String kind, int start, int end) {}
}
