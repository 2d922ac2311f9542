package io.sqe.gateway.observation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.observation.audit.AuditEntry.Kind;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.SqlText;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.Vocabulary;
import io.sqe.policy.decision.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The audit log over a disk that takes a line and does not come back. */
final class SlowAuditLogTest {
    private final HangingDisk disk = new HangingDisk();
    private final AuditLog log = new AuditLog(disk, Duration.ofMillis(1), 1_000_000, Clock.systemUTC());

    @Test
    void aDiskThatHangsHoldsUpOneWriterAndNobodyElseUntilItComesBack() throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> stuck = writers.submit(() -> log.append(entry()));
            disk.taken.await();

            assertThat(log.append(entry())).isFalse();
            assertThat(log.isHealthy()).isFalse();
            assertThat(log.failed()).isOne();
            log.close();
            assertThat(disk.isClosed).isFalse();

            disk.comesBack.countDown();
            assertThat(stuck.get()).isTrue();
            assertThat(log.append(entry())).isTrue();
            assertThat(log.isHealthy()).isTrue();
            assertThat(log.written()).isEqualTo(2);
        }
    }

    @Test
    void noQueryRunsBehindItWhereTheLogMustBeComplete() throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
                AuditGate gate = new AuditGate(new NoEngine(), log)) {
            Future<Boolean> stuck = writers.submit(() -> log.append(entry()));
            disk.taken.await();

            assertThatExceptionOfType(QueryException.class)
                    .isThrownBy(() -> gate.start(new SqlText("SELECT 1"), session(), QueryOptions.standard()))
                    .withMessageContaining("Nothing is run while the audit log cannot be written");
            disk.comesBack.countDown();
            assertThat(stuck.get()).isTrue();
        }
    }

    private static AuditEntry entry() {
        return new AuditEntry(Instant.EPOCH, Kind.SERVER);
    }

    private static Session session() {
        return new Session(new Principal("ann", Set.of()), "lake", Optional.empty(), ZoneOffset.UTC);
    }

    /** Takes the first line and keeps whoever brought it. */
    private static final class HangingDisk implements AuditLines {
        private final CountDownLatch taken = new CountDownLatch(1);
        private final CountDownLatch comesBack = new CountDownLatch(1);
        private volatile boolean isClosed;

        @Override
        public void append(String entry) {
            taken.countDown();
            try {
                comesBack.await();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public void rotate() {}

        @Override
        public void close() {
            isClosed = true;
        }
    }

    /** Never reached. */
    private static final class NoEngine implements QueryEngine {
        @Override
        public Query start(QueryInput input, Session session, QueryOptions options) {
            throw new AssertionError("A query has run unrecorded");
        }

        @Override
        public StatementDescription describe(QueryInput input, Session session) {
            throw new AssertionError("Nobody asks");
        }

        @Override
        public Vocabulary vocabulary(Session session) {
            throw new AssertionError("Nobody asks");
        }

        @Override
        public void close() {}
    }
}
