package io.sqe.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.executor.ExecutorException;
import io.sqe.gateway.query.QueryProgress.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueryLifeTest {
    private final QueryLife life = new QueryLife();

    @Test
    void aQueryIsPlannedThenCommittedThenFinished() {
        assertThat(phase()).isEqualTo(Phase.PLANNING);
        life.planned();
        life.committing();
        assertThat(phase()).isEqualTo(Phase.COMMITTING);
        life.end(Phase.FINISHED);
        assertThat(phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void theFirstEndCountsAndStopsTheClock() {
        life.end(Phase.FAILED);
        Duration total = life.timings().total();
        life.end(Phase.CANCELLED);

        assertThat(phase()).isEqualTo(Phase.FAILED);
        assertThat(life.timings().total()).isEqualTo(total);
    }

    @Test
    void aCancelledQueryGoesNoFurther() {
        life.cancel();

        assertThat(life.cancellation().isRequested()).isTrue();
        assertThatThrownBy(life::planned).isInstanceOf(ExecutorException.Cancelled.class);
        assertThatThrownBy(life::committing).isInstanceOf(ExecutorException.Cancelled.class);
        assertThat(phase()).isEqualTo(Phase.PLANNING);
    }

    @Test
    void aCommitThatHasBegunIsNotCancelled() {
        life.committing();
        life.cancel();

        assertThat(life.cancellation().isRequested()).isFalse();
    }

    @Test
    void whatHasEndedIsNotCancelled() {
        life.end(Phase.FINISHED);
        life.cancel();

        assertThat(life.cancellation().isRequested()).isFalse();
        assertThat(phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void rowsAndBytesAddUp() {
        life.returned(3, 100);
        life.returned(4, 50);
        life.wrote(9);

        assertThat(life.progress().rowsReturned()).isEqualTo(7);
        assertThat(life.progress().bytesReturned()).isEqualTo(150);
        assertThat(life.rowsWritten()).hasValue(9);
    }

    private Phase phase() {
        return life.progress().phase();
    }
}
