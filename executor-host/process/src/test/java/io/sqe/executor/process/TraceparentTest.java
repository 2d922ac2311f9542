package io.sqe.executor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.executor.Cancellation;
import io.sqe.executor.EngineMemory;
import io.sqe.executor.Executor;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.host.EngineService;
import io.sqe.executor.host.FragmentObserver;
import io.sqe.executor.host.ServiceAddress;
import io.sqe.executor.wire.BearerToken;
import io.sqe.fragment.Fragment;
import io.sqe.fragment.v1.FileRead;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The place in a trace goes along with a fragment, whichever process runs it. */
@Timeout(60)
class TraceparentTest {
    private static final String PLACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void theEngineIsToldThePlaceInTheTraceAndNothingThatIsNone() throws IOException {
        var engine = new NotingExecutor();
        BearerToken token = BearerToken.random();
        try (var allocator = new RootAllocator();
                EngineService service =
                        EngineService.open(engine, allocator, ServiceAddress.loopback(), token, FragmentObserver.NONE);
                RemoteExecutor remote = RemoteExecutor.over(worker(service, token), allocator)) {
            assertThat(noted(remote, engine, Optional.of(PLACE))).contains(PLACE);
            assertThat(noted(remote, engine, Optional.of("no place"))).isEmpty();
            assertThat(noted(remote, engine, Optional.empty())).isEmpty();
        }
    }

    private static WorkerOptions worker(EngineService service, BearerToken token) {
        URI url = URI.create("grpc://127.0.0.1:" + service.port());
        return new WorkerOptions(List.of(url), token, Duration.ofSeconds(1), Duration.ofSeconds(30), 1, 1 << 20);
    }

    private static Optional<String> noted(RemoteExecutor remote, NotingExecutor engine, Optional<String> place) {
        Fragment fragment = Plans.scan(Path.of("none.parquet"), List.of("i"), List.of(Plans.I64));
        assertThatThrownBy(
                        () -> remote.start(fragment, FragmentOptions.standard().tracedAs(place), new Cancellation()))
                .isInstanceOf(ExecutorException.Unsupported.class);
        return engine.noted.remove().traceparent();
    }

    /** Runs nothing, and notes how it was to be run. */
    private static final class NotingExecutor implements Executor {
        private final BlockingQueue<FragmentOptions> noted = new LinkedBlockingQueue<>();

        @Override
        public RunningFragment start(Fragment fragment, FragmentOptions options, Cancellation cancellation) {
            noted.add(options);
            throw new ExecutorException.Unsupported("Nothing runs here.");
        }

        @Override
        public String explain(Fragment fragment) {
            return "";
        }

        @Override
        public Schema describe(FileRead files) {
            return new Schema(List.of());
        }

        @Override
        public EngineMemory memory() {
            return EngineMemory.NONE;
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
