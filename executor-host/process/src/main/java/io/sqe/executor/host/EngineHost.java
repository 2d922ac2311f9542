package io.sqe.executor.host;

import io.sqe.executor.fragment.DuckDbExecutor;
import io.sqe.executor.wire.BearerToken;
import io.sqe.executor.wire.WireOptions;
import io.sqe.fragment.v1.EngineStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.arrow.memory.RootAllocator;

/**
 * The program that runs in an engine's process. It reads what it may use from standard input, says where it listens on standard
 * output, and ends when standard input does: whoever started it has then ended, or wants it to.
 */
public final class EngineHost {
    /** What a line of standard output begins with that names the port. */
    public static final String LISTENING = "sqe-engine listening on port ";

    private static final Path OOM_SCORE = Path.of("/proc/self/oom_score_adj");
    private static final String FIRST_TO_GO = "1000";

    private EngineHost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        EngineStart start = EngineStart.parseDelimitedFrom(System.in);
        if (start == null) {
            return;
        }
        Thread.ofPlatform().daemon().name("sqe-engine-parent").start(() -> endWith(System.in));
        goFirstWhenMemoryEnds();
        var allocator = new RootAllocator();
        DuckDbExecutor executor = DuckDbExecutor.open(WireOptions.decode(start), allocator);
        var token = new BearerToken(start.getToken());
        EngineService service =
                EngineService.open(executor, allocator, ServiceAddress.loopback(), token, FragmentObserver.NONE);
        var told = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        told.println(LISTENING + service.port());
        executor.warmUp();
        service.awaitTermination();
    }

    /** Without asking anything on the way: what is left to tidy up is the other process's business. */
    private static void endWith(InputStream parent) {
        try {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // Also an end.
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /** The kernel, when it must kill, is to kill this process and not the one with the sessions. Elsewhere than on Linux: nothing. */
    private static void goFirstWhenMemoryEnds() {
        try {
            Files.writeString(OOM_SCORE, FIRST_TO_GO);
        } catch (IOException _) {
            // Then it chooses for itself.
        }
    }
}
