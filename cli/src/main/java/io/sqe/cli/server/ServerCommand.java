package io.sqe.cli.server;

import io.sqe.cli.execution.ExitCode;
import io.sqe.cli.logging.ServerLogging;
import io.sqe.cli.wiring.server.ServerProcess;
import io.sqe.cli.wiring.server.SqeServer;
import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.ConfigurationException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a server until it is told to end: SIGTERM and SIGINT end it in order, SIGHUP has it read its configuration again. */
@Command(
        name = "server",
        description = "Run a server: Flight SQL, Trino HTTP, metrics and health.",
        mixinStandardHelpOptions = true)
public final class ServerCommand implements Callable<Integer> {
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int CARRIERS_COUNT = 64;

    private final Map<String, String> environment;
    private final String version;
    private final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>();

    @Mixin
    private ConfigurationArguments arguments = new ConfigurationArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ServerCommand(Map<String, String> environment, String version) {
        this.environment = environment;
        this.version = version;
    }

    @Override
    public Integer call() throws InterruptedException {
        long startNanos = System.nanoTime();
        reserveCarriers();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Configuration configuration;
        try {
            configuration = arguments.load(environment);
        } catch (ConfigurationException wrong) {
            err.println(wrong.getMessage());
            err.println("The server is not started. All keys are listed by: sqe config reference");
            return ExitCode.USAGE.number();
        }
        ServerLogging.apply(configuration.server().logging());
        configuration.warnings().forEach(warning -> log().atWarn().log(warning.message()));
        obeySignals();
        try (ServerProcess server = ServerProcess.open(configuration, version)) {
            Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
            out.println(StartupBlock.text(configuration, server.addresses(), version, took));
            out.flush();
            obey(server, configuration);
            return ExitCode.OK.number();
        } catch (SqeServer.NotStartedException notStarted) {
            err.println("error: " + notStarted.getMessage());
            return ExitCode.WAREHOUSE_NOT_OPENED.number();
        } finally {
            ServerLogging.end();
        }
    }

    /**
     * Whatever waits in native code holds the carrier of its virtual thread: an embedded engine's statements, the catalog's database.
     * There must be carriers left that answer everybody else. Read by the JDK when the first virtual thread starts.
     */
    private static void reserveCarriers() {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, Integer.toString(CARRIERS_COUNT));
        }
    }

    private void obeySignals() {
        Signals.register("TERM", () -> orders.add(Order.END));
        Signals.register("INT", () -> orders.add(Order.END));
        Signals.register("HUP", () -> orders.add(Order.RELOAD));
    }

    private void obey(ServerProcess server, Configuration started) throws InterruptedException {
        Order order = orders.take();
        while (order == Order.RELOAD) {
            reload(server, started);
            order = orders.take();
        }
        log().atInfo().log("server ends: no new queries, what runs may finish");
    }

    /** @param started with which the server was started: what only a start takes over is still as it says */
    private void reload(ServerProcess server, Configuration started) {
        try {
            Configuration configuration = arguments.load(environment);
            server.reload(configuration);
            ServerLogging.apply(configuration.server().logging());
            started.changedUntilRestart(configuration)
                    .forEach(key -> log().atWarn()
                            .addKeyValue("key", key)
                            .log("configuration key changed; it takes effect with the next start only"));
            configuration.warnings().forEach(warning -> log().atWarn().log(warning.toString()));
            log().atInfo().log("configuration reloaded");
        } catch (ConfigurationException wrong) {
            wrong.problems().forEach(problem -> log().atError().log(problem.toString()));
            log().atError().log("configuration not reloaded: everything stays as it was");
        } catch (RuntimeException failure) {
            log().atError()
                    .addKeyValue("reason", failure.getMessage())
                    .log("configuration not reloaded: everything stays as it was");
        }
    }

    /** Made when it is needed: what is logged is not known before the configuration is. */
    private static Logger log() {
        return LoggerFactory.getLogger(ServerCommand.class);
    }

    private enum Order {
        RELOAD,
        END
    }
}
