package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.cli.wiring.EmbeddedOptions;
import io.sqe.executor.ArrowStream;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.Session;
import io.sqe.policy.decision.Principal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local times mean what they mean where the session is, as in Trino. */
class SessionZoneIT {
    private static final Session TOKYO = session("Asia/Tokyo");
    private static final Session NEW_YORK = session("America/New_York");

    @TempDir
    static Path folder;

    private static EngineFixture engine;

    /** One moment: midnight in Tokyo, ten in the morning of the day before in New York. */
    @BeforeAll
    static void open() {
        engine = EngineFixture.open(folder);
        engine.run("CREATE TABLE t (moment TIMESTAMP(6) WITH TIME ZONE, local TIMESTAMP(6))");
        engine.run("INSERT INTO t SELECT CAST('2025-12-31 15:00:00+00:00' AS TIMESTAMP(6) WITH TIME ZONE),"
                + " TIMESTAMP '2026-01-01 00:00:00'");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CAST(moment AS DATE) = DATE '2026-01-01' | true | false",
                "CAST(moment AS TIMESTAMP(6)) = TIMESTAMP '2026-01-01 00:00:00' | true | false",
                "CAST(moment AS TIMESTAMP(6)) = TIMESTAMP '2025-12-31 10:00:00' | false | true",
                "moment = CAST(local AS TIMESTAMP(6) WITH TIME ZONE) | true | false",
                "extract(HOUR FROM moment) | 0 | 10",
                "date_trunc('day', moment) = moment | true | false",
                "date_trunc('year', moment) = moment | true | false",
                "current_date = CAST(current_timestamp AS DATE) | true | true",
                "localtimestamp = CAST(current_timestamp AS TIMESTAMP(6)) | true | true",
            })
    void localTimesAreTheSessions(String expression, String inTokyo, String inNewYork) {
        String sql = "SELECT " + expression + " FROM t";

        assertThat(only(sql, TOKYO)).as("Tokyo: " + sql).isEqualTo(inTokyo);
        assertThat(only(sql, NEW_YORK)).as("New York: " + sql).isEqualTo(inNewYork);
    }

    @Test
    void filesAreSkippedByTheMomentThatTheSessionMeans() {
        String sql = "SELECT count(*) FROM t WHERE moment < TIMESTAMP '2026-01-01 00:00:00'";

        assertThat(only(sql, TOKYO)).isEqualTo("0");
        assertThat(only(sql, NEW_YORK)).isEqualTo("1");
    }

    @Test
    void twoSessionsReadAtTheSameTime() {
        String sql = "SELECT extract(HOUR FROM moment) FROM t";

        try (Query tokyo = engine.engine().start(sql, TOKYO);
                Query newYork = engine.engine().start(sql, NEW_YORK)) {
            assertThat(next(newYork)).isEqualTo("10");
            assertThat(next(tokyo)).isEqualTo("0");
        }
    }

    @Test
    void partitionsAreThoseOfUtcWhoeverWrites() {
        String create = "CREATE TABLE p (moment TIMESTAMP(6) WITH TIME ZONE) PARTITIONED BY (day(moment))";
        engine.run(create);
        for (Session session : new Session[] {TOKYO, NEW_YORK}) {
            try (Query write = engine.engine().start("INSERT INTO p SELECT moment FROM t", session)) {
                next(write);
            }
        }

        assertThat(only(
                        "SELECT count(*) FROM p WHERE moment >= CAST('2025-12-31 00:00:00+00:00'"
                                + " AS TIMESTAMP(6) WITH TIME ZONE)",
                        TOKYO))
                .isEqualTo("2");
    }

    private static String only(String sql, Session session) {
        try (Query query = engine.engine().start(sql, session)) {
            return next(query);
        }
    }

    private static String next(Query query) {
        ArrowStream rows = query.rows();
        assertThat(rows.loadNext()).isTrue();
        return String.valueOf(rows.batch().getVector(0).getObject(0));
    }

    private static Session session(String zone) {
        return new Session(
                new Principal("owner", Set.of()),
                EmbeddedOptions.CATALOG,
                Optional.of(EmbeddedOptions.NAMESPACE),
                ZoneId.of(zone));
    }
}
