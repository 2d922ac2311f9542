package io.sqe.gateway.flight.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.flight.limit.HeldLimits;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.SqlText;
import io.sqe.gateway.query.StatementDescription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;

/** What is prepared and begun, and never closed nor ended. */
final class HeldStatementsTest {
    private static final int STATEMENTS = 100_000;
    private static final int USERS = 200;
    private static final long HEAP_BYTES_MAX = 128L << 20;
    private static final Duration IDLE_MAX = Duration.ofMinutes(30);
    private static final Schema NOTHING = new Schema(List.of());

    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;

    @Test
    void aHundredThousandStatementsThatNobodyClosesTakeABoundedHeapAndAreForgottenInTime() {
        var statements = new PreparedStatements(HeldLimits.standard(), IDLE_MAX, clock);
        long before = usedHeap();
        int refused = 0;
        for (int i = 0; i < STATEMENTS; i++) {
            refused += hold(statements, "SELECT " + i, NOTHING, "user" + i % USERS) ? 0 : 1;
        }
        assertThat(usedHeap() - before).isLessThan(HEAP_BYTES_MAX);
        assertThat(refused).isPositive();
        assertThat(statements.count()).isEqualTo(STATEMENTS - refused);

        now = now.plus(IDLE_MAX).plusSeconds(1);
        statements.sweep();
        assertThat(statements.count()).isZero();
        assertThat(hold(statements, "SELECT 1", NOTHING, "user0")).isTrue();
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A few dozen bytes of text may stand for very many columns. */
    @Test
    void aStatementTakesWhatItsColumnsTake() {
        var statements =
                new PreparedStatements(HeldLimits.standard().withPreparedBytesPerUserMax(10 << 20), IDLE_MAX, clock);
        Field column = Field.nullable("a_column_of_a_wide_table", ArrowType.Utf8.INSTANCE);
        Schema wide = new Schema(Collections.nCopies(10_000, column));

        int held = 0;
        while (hold(statements, "SELECT * FROM wide", wide, "eve")) {
            held++;
        }
        assertThat(held).isBetween(1, 10);
        assertThat(hold(statements, "SELECT * FROM wide", wide, "ada")).isTrue();
    }

    private static boolean hold(PreparedStatements statements, String sql, Schema columns, String owner) {
        try {
            statements.hold(
                    new SqlText(sql),
                    new StatementDescription(StatementKind.ROWS, columns, NOTHING),
                    owner,
                    Optional.empty());
            return true;
        } catch (CallRefusedException full) {
            assertThat(full).hasMessageContaining("prepared-bytes-");
            return false;
        }
    }

    @Test
    void transactionsThatNobodyEndsReachALimitOfTheirOwner() {
        var transactions = new Transactions(HeldLimits.standard().withTransactionsPerUserMax(2), IDLE_MAX, clock);
        Handle first = transactions.begin("eve");
        transactions.begin("eve");

        assertThatThrownBy(() -> transactions.begin("eve"))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("transactions-per-user-max");
        transactions.begin("ada");
        transactions.commit(first, "eve");
        transactions.begin("eve");
        now = now.plus(IDLE_MAX).plusSeconds(1);
        transactions.sweep();
        transactions.begin("eve");
        transactions.begin("eve");
    }
}
