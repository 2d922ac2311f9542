package io.sqe.cli.terminal;

import io.sqe.cli.format.Amounts;
import io.sqe.gateway.query.QueryProgress;
import java.time.Duration;
import java.util.Locale;

/** How far a query has come, in one line. */
final class ProgressText {
    private static final int BAR_COLUMNS = 20;
    private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

    private ProgressText() {}

    /** {@code ████▌      45% · 12.3M rows · 4.1M rows/s · 80.0 MiB/s · 3.0 s}. */
    static String of(QueryProgress progress) {
        return switch (progress.phase()) {
            case QUEUED -> "waiting · " + elapsed(progress.elapsed());
            case PLANNING -> "planning · " + elapsed(progress.elapsed());
            case COMMITTING -> "committing · " + elapsed(progress.elapsed());
            case RUNNING, FINISHED, FAILED, CANCELLED -> running(progress);
        };
    }

    private static String running(QueryProgress progress) {
        StringBuilder line = new StringBuilder();
        double percent = progress.progress().percent();
        if (percent >= 0) {
            line.append(bar(Math.min(percent, 100))).append(String.format(Locale.ROOT, " %3.0f%% · ", percent));
        }
        double seconds = Math.max(progress.elapsed().toNanos() / 1e9, 1e-3);
        long rows = Math.max(progress.progress().rowsDone(), progress.rowsReturned());
        if (rows > 0) {
            line.append(Amounts.count((double) rows)).append(" rows · ");
            line.append(Amounts.count(rows / seconds)).append(" rows/s · ");
        }
        if (progress.bytesReturned() > 0) {
            line.append(Amounts.bytes(progress.bytesReturned() / seconds)).append("/s · ");
        }
        return line.append(elapsed(progress.elapsed())).toString();
    }

    private static String bar(double percent) {
        int eighths = (int) (percent / 100 * BAR_COLUMNS * EIGHTHS.length);
        int full = eighths / EIGHTHS.length;
        String partial = EIGHTHS[eighths % EIGHTHS.length];
        return "█".repeat(full) + partial + "░".repeat(BAR_COLUMNS - full - partial.length());
    }

    private static String elapsed(Duration elapsed) {
        return elapsed.toSeconds() < 60
                ? String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0)
                : Amounts.time(elapsed);
    }
}
