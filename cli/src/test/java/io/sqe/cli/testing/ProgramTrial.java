package io.sqe.cli.testing;

import io.sqe.cli.ProgramParts;
import io.sqe.cli.SqeProgram;
import io.sqe.cli.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** What a run of the program left behind. */
public record ProgramTrial(int exitCode, String out, String err) {

    public static ProgramTrial run(FakeEngine engine, String... arguments) {
        return runWithInput(engine, "", arguments);
    }

    public static ProgramTrial runWithInput(FakeEngine engine, String input, String... arguments) {
        return run(ProgramParts.of(_ -> engine), input, arguments);
    }

    public static ProgramTrial run(ProgramParts parts, String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        StandardStreams streams = new StandardStreams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, Set.of());
        int exitCode = new SqeProgram(parts, streams, Map.of()).run(arguments);
        return new ProgramTrial(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
