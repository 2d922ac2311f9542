package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.sql.FlightSqlClient;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.util.AutoCloseables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people who are logged in and do nothing cost a real server. */
@Timeout(600)
class IdleSessionsIT {
    private static final int SESSIONS = 1_000;
    /** After these, what a server makes once and drops is no longer seen in the difference. */
    private static final int WARM_UP = 500;

    private static final long BYTES_MAX = 100_000;

    @TempDir
    Path folder;

    @Test
    void anIdleSessionTakesNoMoreThanItMay() throws Exception {
        var allocator = new RootAllocator();
        try (ServerProgram server = ServerProgram.start(folder)) {
            FlightClient flight = FlightClient.builder(
                            allocator, Location.forGrpcInsecure("127.0.0.1", server.flightPort()))
                    .build();
            var sql = new FlightSqlClient(flight);
            begin(flight, sql, WARM_UP);
            long before = server.heapBytes();

            begin(flight, sql, SESSIONS);
            long each = (server.heapBytes() - before) / SESSIONS;
            String metrics = server.metrics();
            AutoCloseables.closeNoChecked(sql);

            System.out.printf("an idle session takes %d bytes of heap%n", each);
            assertThat(each).isLessThan(BYTES_MAX);
            assertThat(metrics).contains("sqe_active_sessions " + (SESSIONS + WARM_UP) + ".0");
        } finally {
            allocator.close();
        }
    }

    /** Logs in and asks something, so that the server has what it keeps for a session. */
    private static void begin(FlightClient flight, FlightSqlClient sql, int sessions) {
        for (int i = 0; i < sessions; i++) {
            CallOption login = flight.authenticateBasicToken("ann", "x").orElseThrow();
            assertThat(sql.getTableTypes(login).getEndpoints()).isNotEmpty();
        }
    }
}
