package io.sqe.gateway.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.gateway.flight.limit.FlightLimits;
import io.sqe.gateway.flight.limit.WorkLimits;
import io.sqe.gateway.flight.testing.Connected;
import io.sqe.gateway.flight.testing.LiveServer;
import io.sqe.gateway.flight.testing.Sender;
import io.sqe.gateway.flight.testing.Sender.Mode;
import io.sqe.gateway.tls.testing.TestCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.arrow.flight.FlightRuntimeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who begins to send rows and goes silent, with TLS and without. */
@Timeout(120)
final class StalledSendersTest {
    @TempDir
    private static Path folder;

    private static TestCertificate keys;

    @BeforeAll
    static void make() throws Exception {
        keys = TestCertificate.make(folder, "localhost");
    }

    enum Sealing {
        PLAIN,
        TLS
    }

    @ParameterizedTest
    @EnumSource
    void whoSendsNoMoreRowsIsRefusedAndTheServiceGoesOn(Sealing sealing) throws Exception {
        try (LiveServer server = LiveServer.open(options(sealing));
                Connected silent = connected(sealing, server);
                Connected other = connected(sealing, server)) {
            assertThatThrownBy(() -> sendOneBatchAndWait(silent))
                    .isInstanceOfSatisfying(
                            FlightRuntimeException.class,
                            failure ->
                                    assertThat(failure.status().description()).contains("stalled-sender-max"));
            assertThat(new Sender(other).names("told", Mode.CREATE, "ada")).isEqualTo(1);
        }
    }

    /** Never says that it has sent all, and waits for what the service says to that. */
    private static void sendOneBatchAndWait(Connected client) {
        new Sender(client).rows(Sender.command("silent", Mode.CREATE), List.of(Sender.ID), sending -> {
            sending.batch().setRowCount(0);
            sending.listener().putNext();
            sending.listener().getResult();
        });
    }

    private static FlightSqlOptions options(Sealing sealing) throws Exception {
        FlightLimits hasty =
                FlightLimits.standard().with(WorkLimits.standard().withStalledSenderMax(Duration.ofSeconds(1)));
        FlightSqlOptions plain = FlightSqlOptions.loopback().withLimits(hasty);
        return switch (sealing) {
            case PLAIN -> plain;
            case TLS -> plain.withTls(new FlightSqlOptions.Tls(keys.keys(), List.of()));
        };
    }

    private static Connected connected(Sealing sealing, LiveServer server) throws Exception {
        return switch (sealing) {
            case PLAIN -> Connected.to(server, "ada");
            case TLS -> Connected.sealed(server, "ada", keys);
        };
    }
}
