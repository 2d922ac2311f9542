package io.sqe.executor.fragment;

import static io.sqe.executor.fragment.TestEngine.drain;
import static io.sqe.executor.fragment.TestPlans.STRING;
import static io.sqe.executor.fragment.TestPlans.cast;
import static io.sqe.executor.fragment.TestPlans.field;
import static io.sqe.executor.fragment.TestPlans.fragment;
import static io.sqe.executor.fragment.TestPlans.parquet;
import static io.sqe.executor.fragment.TestPlans.project;
import static io.sqe.executor.fragment.TestPlans.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.fragment.Fragment;
import io.substrait.proto.Type;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneTest {
    private static final LocalDateTime NEW_YEAR = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final Type WITH_ZONE = Type.newBuilder()
            .setPrecisionTimestampTz(Type.PrecisionTimestampTZ.newBuilder().setPrecision(6))
            .build();

    @TempDir
    Path warehouse;

    @Test
    void fragmentsInDifferentZonesRunSideBySide() {
        try (TestEngine engine = TestEngine.over(warehouse)) {
            Path file = engine.write(warehouse.resolve("a.parquet"), "SELECT '2026-01-01 00:00:00' AS s", "");
            Fragment cast = fragment(
                    project(read(parquet(file), List.of("s"), List.of(STRING)), 1, cast(field(0), WITH_ZONE)),
                    List.of("t"));
            try (RunningFragment tokyo = start(engine, cast, "Asia/Tokyo");
                    RunningFragment newYork = start(engine, cast, "America/New_York");
                    RunningFragment offset = start(engine, cast, "+05:30");
                    RunningFragment utc = start(engine, cast, "Z")) {
                assertThat(drain(newYork)).containsExactly(micros("America/New_York"));
                assertThat(drain(tokyo)).containsExactly(micros("Asia/Tokyo"));
                assertThat(drain(utc)).containsExactly(micros("Z"));
                assertThat(drain(offset)).containsExactly(micros("+05:30"));
            }
        }
    }

    private static RunningFragment start(TestEngine engine, Fragment fragment, String zone) {
        return engine.executor().start(fragment, FragmentOptions.standard().in(ZoneId.of(zone)));
    }

    private static String micros(String zone) {
        return Long.toString(ChronoUnit.MICROS.between(
                java.time.Instant.EPOCH, NEW_YEAR.atZone(ZoneId.of(zone)).toInstant()));
    }
}
