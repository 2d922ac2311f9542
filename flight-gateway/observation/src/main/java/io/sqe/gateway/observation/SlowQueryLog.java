package io.sqe.gateway.observation;

import io.sqe.gateway.observation.sql.NormalSql;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of queries that took long. The text in it has no literals. */
public final class SlowQueryLog implements QueryObserver {
    private static final Logger LOG = LoggerFactory.getLogger(SlowQueryLog.class);
    private static final int SQL_CHARACTERS_MAX = 500;

    private final Supplier<Duration> threshold;

    /** @param threshold asked for each query; zero is never */
    public SlowQueryLog(Supplier<Duration> threshold) {
        this.threshold = threshold;
    }

    @Override
    public void ended(QueryRecord query) {
        Duration limit = threshold.get();
        if (limit.isZero() || query.total().compareTo(limit) < 0) {
            return;
        }
        String text = NormalSql.withoutLiterals(query.sql());
        LOG.atWarn()
                .addKeyValue("query", query.id())
                .addKeyValue("user", query.principal().name())
                .addKeyValue("duration_ms", query.total().toMillis())
                .addKeyValue("status", query.status())
                .addKeyValue("sql", text.substring(0, Math.min(text.length(), SQL_CHARACTERS_MAX)))
                .log("slow query");
    }
}
