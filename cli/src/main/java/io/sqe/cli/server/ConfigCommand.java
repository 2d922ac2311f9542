package io.sqe.cli.server;

import io.sqe.cli.execution.ExitCode;
import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.ConfigurationException;
import io.sqe.gateway.configuration.ConfigurationListing;
import io.sqe.gateway.configuration.ReferencePage;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what a server's configuration says, without starting one. */
@Command(
        name = "config",
        description = "Check or show a server's configuration, or list all keys.",
        mixinStandardHelpOptions = true)
public final class ConfigCommand {

    private ConfigCommand() {}

    /** The command with its subcommands. */
    public static CommandLine commandLine(Map<String, String> environment) {
        CommandLine line = new CommandLine(new ConfigCommand());
        line.addSubcommand(
                "check", new Loaded(environment, (configuration, out) -> out.println("The configuration is right.")));
        line.addSubcommand(
                "show",
                new Loaded(
                        environment,
                        (configuration, out) -> out.print(ConfigurationListing.of(configuration.settings()))));
        line.addSubcommand("reference", new Reference());
        return line;
    }

    /** Does something with a configuration that is right. */
    @Command(description = "Read the configuration and say what is wrong with it.", mixinStandardHelpOptions = true)
    static final class Loaded implements Callable<Integer> {
        private final Map<String, String> environment;
        private final BiConsumer<Configuration, PrintWriter> action;

        @Mixin
        private ConfigurationArguments arguments = new ConfigurationArguments();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        Loaded(Map<String, String> environment, BiConsumer<Configuration, PrintWriter> action) {
            this.environment = environment;
            this.action = action;
        }

        @Override
        public Integer call() {
            PrintWriter err = spec.commandLine().getErr();
            try {
                Configuration configuration = arguments.load(environment);
                configuration.warnings().forEach(err::println);
                action.accept(configuration, spec.commandLine().getOut());
                spec.commandLine().getOut().flush();
                return ExitCode.OK.number();
            } catch (ConfigurationException wrong) {
                err.println(wrong.getMessage());
                return ExitCode.USAGE.number();
            }
        }
    }

    /** Lists all keys. */
    @Command(description = "Print the reference of all keys, as Markdown.", mixinStandardHelpOptions = true)
    static final class Reference implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            spec.commandLine().getOut().print(ReferencePage.markdown());
            spec.commandLine().getOut().flush();
        }
    }
}
