package io.sqe.gateway.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.operations.ServerSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final List<ServerSample> samples = new ArrayList<>();

    @Test
    void lineIsAsHighAsTheValueAndEndsAtTheRight() {
        add(0, 0, 0);
        add(10, 5, 0);
        add(20, 10, 0);
        Trend running = trend("Queries running");
        assertThat(running.line()).isEqualTo("M570 100.0h0L580 50.0L590 0.0");
        assertThat(running.ground()).isEqualTo("M570 100L570 100.0L580 50.0L590 0.0V100Z");
        assertThat(running.end()).isEqualTo("M590 0.0h0");
        assertThat(running.description()).isEqualTo("10 now; between 0 and 10 in the last 10 minutes, highest now.");
    }

    @Test
    void fewQueriesAreNoMountain() {
        add(0, 0, 0);
        add(10, 1, 0);
        assertThat(trend("Queries running").line()).isEqualTo("M580 100.0h0L590 75.0");
    }

    @Test
    void growthIsPerMinuteWhateverTheStep() {
        for (int period : List.of(10, 60)) {
            samples.clear();
            for (int seconds = 0; seconds <= 1200; seconds += period) {
                add(seconds, 0, seconds / 5);
            }
            assertThat(history().span()).isEqualTo("30 minutes");
            assertThat(trend("Ended a minute").now()).isEqualTo("12");
            assertThat(trend("Ended a minute").highest()).isEqualTo("12");
        }
    }

    @Test
    void nothingIsDrawnWhereNothingIsKnown() {
        add(0, 4, 7);
        add(10, 4, 7);
        add(60, 4, 7);
        assertThat(trend("Queries running").line()).isEqualTo("M530 0.0h0L540 0.0M590 0.0h0");
        assertThat(trend("Ended a minute").line()).isEqualTo("M540 100.0h0M590 100.0h0");
    }

    @Test
    void pictureOfAnHourHasTheHighestOfEachMinute() {
        for (int seconds = 0; seconds < 3600; seconds += 10) {
            add(seconds, seconds == 1830 ? 9 : 2, 0);
        }
        Trend running = trend("Queries running");
        assertThat(history().span()).isEqualTo("60 minutes");
        assertThat(running.line().split("[ML]")).hasSize(61);
        assertThat(running.description())
                .isEqualTo("2 now; between 2 and 9 in the last 60 minutes, highest 29 minutes ago.");
        assertThat(history().moments()).hasSize(10);
        assertThat(history().moments().get(5).when()).isEqualTo("30 minutes ago");
    }

    @Test
    void whatTheSystemDoesNotTellIsNotKnown() {
        samples.add(new ServerSample(START, 0, 0, 0, 0, 0, 0, 0, -1, 0));
        Trend resident = trend("Memory resident");
        assertThat(resident.now()).isEqualTo("–");
        assertThat(resident.description()).isEqualTo("Not known.");
    }

    @Test
    void failuresAlarmAndTheirAbsenceDoesNot() {
        add(0, 0, 0);
        add(10, 0, 0);
        assertThat(trend("Failed a minute").isAlarming()).isFalse();
        samples.add(new ServerSample(START.plusSeconds(20), 0, 0, 0, 1, 1, 0, 0, 0, 0));
        assertThat(trend("Failed a minute").isAlarming()).isTrue();
        assertThat(trend("Failed a minute").now()).isEqualTo("6");
    }

    @Test
    void serverThatHasJustStartedHasAHistoryWithoutFigures() {
        assertThat(History.of(List.of()).trends()).extracting(Trend::now).containsOnly("–");
        assertThat(History.of(List.of()).moments()).isEmpty();
    }

    private void add(long seconds, long running, long ended) {
        samples.add(
                new ServerSample(START.plus(Duration.ofSeconds(seconds)), running, 0, 1, ended, 0, 0, 0, 1 << 20, 0));
    }

    private History history() {
        return History.of(samples);
    }

    private Trend trend(String label) {
        return history().trends().stream()
                .filter(trend -> trend.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
