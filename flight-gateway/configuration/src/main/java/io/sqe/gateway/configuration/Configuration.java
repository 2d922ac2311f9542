package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Problem;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.reading.SettingsReader;
import io.sqe.gateway.configuration.reading.SettingsReader.ReadSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A configuration that the server may start with.
 *
 * @param warnings what somebody should look at
 */
public record Configuration(ServerConfiguration server, List<Problem> warnings, Settings settings) {

    public Configuration {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads and checks everything, without opening anything.
     *
     * @param file TOML; without one the standard values and the environment's
     * @throws ConfigurationException with every problem, if one of them is an error
     */
    public static Configuration load(Optional<Path> file, Map<String, String> environment, Insecurity insecurity) {
        ReadSettings read = SettingsReader.read(file, environment, ServerKeys.known());
        ServerConfiguration server = ServerConfiguration.of(read.settings());
        List<Problem> problems = new ArrayList<>();
        boolean isProduction = server.coordinator().productionMode();
        read.problems().forEach(problem -> problems.add(isProduction ? asError(problem) : problem));
        problems.addAll(new Consistency(read.settings(), server).problems());
        problems.addAll(Exposure.problems(server, insecurity));
        problems.addAll(ProductionRules.problems(server, insecurity));
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new ConfigurationException(problems);
        }
        return new Configuration(server, problems, read.settings());
    }

    /** The keys that are said otherwise in another configuration and that only a start takes over. */
    public List<String> changedUntilRestart(Configuration next) {
        return ServerKeys.ALL.stream()
                .filter(key -> !key.is(Key.Trait.RELOADABLE))
                .flatMap(key -> Stream.concat(paths(key, settings), paths(key, next.settings))
                        .distinct()
                        .filter(path -> !settings.isSame(key, path, next.settings)))
                .toList();
    }

    private static Stream<String> paths(Key<?> key, Settings settings) {
        return key.path().contains("*") ? settings.paths().stream().filter(key::matches) : Stream.of(key.path());
    }

    /** In production nothing that was said may be left unapplied. */
    private static Problem asError(Problem problem) {
        boolean isUnapplied = problem.place().startsWith("SQE_");
        return isUnapplied ? new Problem(Problem.Severity.ERROR, problem.place(), problem.message()) : problem;
    }

    /** Whether an operator has said that the server may be open to others. */
    public enum Insecurity {
        REFUSED,
        /** {@code --allow-insecure}. */
        ALLOWED
    }
}
