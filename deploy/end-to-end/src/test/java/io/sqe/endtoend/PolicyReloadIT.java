package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file of a policy that changes while people are logged in. */
@Timeout(600)
class PolicyReloadIT {
    private static final String OPEN = "default = \"allow\"\n";
    private static final String EU_ALONE =
            OPEN + "[[rule]]\ntable = \"lake.main.people\"\nusers = [\"ann\"]\nrow-filter = \"region = 'EU'\"\n";

    @TempDir
    Path folder;

    @Test
    void rulesThatAreReadAgainHoldForTheNextQueryOfARunningSessionAndAWrongFileChangesNothing() throws Exception {
        PolicyFile policy = PolicyFile.in(folder, OPEN);
        try (ServerProgram server = ServerProgram.start(folder, policy.settings());
                TrinoCalls trino = TrinoCalls.to(server);
                FlightCalls flight = FlightCalls.to(server)) {
            trino.answer("CREATE TABLE lake.main.people AS SELECT * FROM (VALUES ('EU'), ('EU'), ('US')) t(region)");
            String count = "SELECT count(*) FROM lake.main.people";
            assertThat(flight.value(count)).isEqualTo("3");

            policy.write(EU_ALONE);
            server.reload();
            assertThat(flight.value(count)).isEqualTo("2");
            assertThat(trino.answer(count)).contains("\"data\":[[2]]");

            policy.write("default = \"allow\"\n[[rule]]\n");
            server.refuseReload();
            assertThat(flight.value(count)).isEqualTo("2");

            policy.write(OPEN);
            server.reload();
            assertThat(flight.value(count)).isEqualTo("3");
        }
    }
}
