package io.sqe.cli.wiring;

import io.sqe.gateway.configuration.AuthenticationSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.configuration.key.Origin;
import io.sqe.gateway.configuration.key.Problem;
import io.sqe.gateway.identity.StaticUsers;
import io.sqe.gateway.identity.UserFileException;
import io.sqe.policy.file.InMemoryPolicy;
import io.sqe.policy.file.PolicyFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the files that a configuration names, to say what is wrong with them before anything is opened. */
public final class ReferencedFiles {
    private ReferencedFiles() {}

    /** Every problem of the files of users and of the policy. */
    public static List<Problem> problems(ServerConfiguration server) {
        List<Problem> problems = new ArrayList<>();
        for (AuthenticationSettings.Provider provider : server.authentication().providers()) {
            if (provider instanceof AuthenticationSettings.Provider.StaticUsers(Path file)) {
                check(() -> new StaticUsers(file), problems);
            }
        }
        server.policy().file().ifPresent(file -> check(() -> InMemoryPolicy.read(file), problems));
        return problems;
    }

    private static void check(Runnable reading, List<Problem> problems) {
        try {
            reading.run();
        } catch (UserFileException | PolicyFileException wrong) {
            String.valueOf(wrong.getMessage())
                    .lines()
                    .forEach(line -> problems.add(Problem.error(new Origin.Standard(), line)));
        }
    }
}
