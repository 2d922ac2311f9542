package io.sqe.cli.server;

import io.sqe.cli.wiring.ReferencedFiles;
import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.Configuration.Insecurity;
import io.sqe.gateway.configuration.ConfigurationException;
import io.sqe.gateway.configuration.key.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The arguments that say what a server is told. */
final class ConfigurationArguments {
    private static final String FILE_VARIABLE = "SQE_CONFIG";
    private static final String MODE_VARIABLE = "SQE_MODE";

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration, TOML (default: SQE_CONFIG).")
    private @Nullable Path file;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "What this process does: coordinator, worker or hybrid (default: SQE_MODE, coordinator.mode).")
    private @Nullable String mode;

    @Option(
            names = "--allow-insecure",
            description = "Start without TLS or authentication even where others can connect.")
    private boolean allowInsecure;

    /**
     * Reads it all, and the files of users and rules that it names; again if called again.
     *
     * @throws io.sqe.gateway.configuration.ConfigurationException with every error
     */
    Configuration load(Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(environment);
        if (mode != null) {
            variables.put(MODE_VARIABLE, mode);
        }
        Path named = environment.containsKey(FILE_VARIABLE) ? Path.of(environment.get(FILE_VARIABLE)) : null;
        Configuration loaded = Configuration.load(
                Optional.ofNullable(file == null ? named : file),
                variables,
                allowInsecure ? Insecurity.ALLOWED : Insecurity.REFUSED);
        List<Problem> inFiles = ReferencedFiles.problems(loaded.server());
        if (!inFiles.isEmpty()) {
            throw new ConfigurationException(inFiles);
        }
        return loaded;
    }
}
