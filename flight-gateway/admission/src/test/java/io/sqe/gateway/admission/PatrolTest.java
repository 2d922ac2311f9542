package io.sqe.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.gateway.admission.MemoryMeter.Pressure;
import io.sqe.gateway.admission.MemoryMeter.Reading;
import io.sqe.gateway.admission.QueryLimits.Memory;
import io.sqe.gateway.admission.QueryLimits.Places;
import io.sqe.gateway.admission.QueryLimits.Sizes;
import io.sqe.gateway.admission.QueryLimits.Times;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.testing.TrialEngine;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PatrolTest {
    private static final long MB = 1 << 20;

    private final AtomicReference<Reading> machine = new AtomicReference<>(new Reading(10 * MB, 0, Pressure.CALM));
    private final Patrol patrol = new Patrol(machine::get, this::limits);
    private final TrialEngine engine = new TrialEngine();
    private long takenMax = 200 * MB;
    private long now = System.nanoTime();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void resultThatNobodyReadsIsStoppedAndItsReaderIsToldWhy() {
        LimitedQuery query = start();
        query.rows().loadNext();
        round(Duration.ofSeconds(50));
        query.rows().loadNext();
        now = System.nanoTime();
        round(Duration.ofSeconds(61));
        stopped(query, ErrorCode.QUERY_TIMEOUT, "nothing of its result was read for 60000 ms");
    }

    @Test
    void queryThatSpillsTooMuchIsStopped() {
        round(Duration.ZERO);
        LimitedQuery query = start();
        see(10 * MB, 99 * MB, Pressure.CALM);
        goesOn(query);
        see(10 * MB, 101 * MB, Pressure.CALM);
        stopped(query, ErrorCode.RESOURCE_EXHAUSTED, "holds more than 100 MB on disk");
    }

    @Test
    void queryThatTakesMoreMemoryThanItMayIsStopped() {
        round(Duration.ZERO);
        LimitedQuery query = start();
        see(209 * MB, 0, Pressure.CALM);
        goesOn(query);
        see(211 * MB, 0, Pressure.CALM);
        stopped(query, ErrorCode.EXCEEDED_MEMORY, "takes more than 200 MB of memory (query.max_query_memory)");
    }

    @Test
    void ofSeveralTheOneThatHandsOutNothingIsTheOneThatTakes() {
        round(Duration.ZERO);
        LimitedQuery neighbour = start();
        LimitedQuery greedy = start();
        see(30 * MB, 0, Pressure.CALM);
        goesOn(neighbour);
        see(409 * MB, 0, Pressure.CALM);
        goesOn(neighbour);
        see(411 * MB, 0, Pressure.CALM);
        stopped(greedy, ErrorCode.EXCEEDED_MEMORY, "more than 200 MB");
        goesOn(neighbour);
        see(411 * MB, 0, Pressure.CALM);
        goesOn(neighbour);
    }

    @Test
    void ofTwoThatHandOutNothingTheOneThatHasNotGrownSoFarIsNotTheOneThatTakes() {
        round(Duration.ZERO);
        LimitedQuery frugal = start();
        see(20 * MB, 0, Pressure.CALM);
        see(20 * MB, 0, Pressure.CALM);
        see(20 * MB, 0, Pressure.CALM);
        LimitedQuery greedy = start();
        see(411 * MB, 0, Pressure.CALM);
        stopped(greedy, ErrorCode.EXCEEDED_MEMORY, "more than 200 MB");
        goesOn(frugal);
    }

    @Test
    void whatTheLastQueryGivesBackLateIsNoGiftToTheNext() {
        see(300 * MB, 0, Pressure.CALM);
        LimitedQuery query = start();
        see(10 * MB, 0, Pressure.CALM);
        see(211 * MB, 0, Pressure.CALM);
        stopped(query, ErrorCode.EXCEEDED_MEMORY, "more than 200 MB");
    }

    @Test
    void atRedTheQueryThatHoldsTheMostIsStoppedAndTheOthersGoOn() {
        takenMax = 0;
        round(Duration.ZERO);
        LimitedQuery large = start();
        see(310 * MB, 0, Pressure.CALM);
        LimitedQuery small = start();
        see(350 * MB, 0, Pressure.TIGHT);
        assertThat(patrol.isMachineTight()).isTrue();
        goesOn(large);
        see(370 * MB, 0, Pressure.RED);
        see(370 * MB, 0, Pressure.RED);
        stopped(large, ErrorCode.RESOURCE_EXHAUSTED, "held the most, about 320 MB");
        goesOn(small);
        large.close();
        see(40 * MB, 0, Pressure.CALM);
        goesOn(small);
    }

    @Test
    void machineIsAsShortOfMemoryAsItsContainer() throws IOException {
        Path proc = Files.createDirectories(folder.resolve("proc"));
        Path cgroup = Files.createDirectories(folder.resolve("cgroup"));
        MachineMemory memory = new MachineMemory(proc, cgroup);
        assertThat(memory.pressure()).isEqualTo(Pressure.CALM);
        Files.writeString(proc.resolve("meminfo"), "MemTotal:  16000000 kB\nMemFree: 1 kB\nMemAvailable: 8000000 kB\n");
        assertThat(memory.pressure()).isEqualTo(Pressure.CALM);
        Files.writeString(cgroup.resolve("memory.max"), "max\n");
        assertThat(memory.freeBytes()).hasValue(8_000_000L * 1024);
        Files.writeString(cgroup.resolve("memory.max"), "4294967296\n");
        Files.writeString(cgroup.resolve("memory.current"), "4194967296\n");
        Files.writeString(cgroup.resolve("memory.stat"), "anon 7\ninactive_file 150000000\nactive_file 50000000\n");
        assertThat(memory.freeBytes()).hasValue(300_000_000);
        assertThat(memory.pressure()).isEqualTo(Pressure.TIGHT);
        Files.writeString(cgroup.resolve("memory.stat"), "inactive_file 0\n");
        assertThat(memory.pressure()).isEqualTo(Pressure.RED);
    }

    private LimitedQuery start() {
        QueryOptions options = QueryOptions.standard();
        LimitedControl control = new LimitedControl(options.id(), "default");
        Session session = new Session(new Principal("ann", Set.of()), "lake", Optional.empty(), ZoneOffset.UTC);
        Query query = engine.start("ROWS 1", session, options.watchedBy(control::runsAs));
        LimitedQuery limited = new LimitedQuery(query, control, 0, () -> patrol.forget(control));
        patrol.watch(control);
        return limited;
    }

    private void see(long held, long spilled, Pressure pressure) {
        machine.set(new Reading(held, spilled, pressure));
        round(Duration.ofSeconds(1));
    }

    private void round(Duration later) {
        now += later.toNanos();
        patrol.round(now);
    }

    private static void goesOn(LimitedQuery query) {
        assertThatCode(() -> query.rows().loadNext()).doesNotThrowAnyException();
    }

    private static void stopped(LimitedQuery query, ErrorCode code, String reason) {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> query.rows().loadNext())
                .withMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private QueryLimits limits() {
        Duration minute = Duration.ofMinutes(1);
        return new QueryLimits(
                new Times(minute, minute, minute, minute),
                new Sizes(0, 0, 100 * MB),
                new Places(9, 9, 9),
                new Memory(0, 0, 0, takenMax),
                Optional.empty(),
                new ResourceGroups(List.of()));
    }
}
