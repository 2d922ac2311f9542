package io.sqe.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.sqe.gateway.configuration.LoggingSettings;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sets up what a server logs, and how: on standard error, ours as asked for, of libraries the warnings alone. Libraries that log by
 * java.util.logging, Helidon and gRPC among them, come out the same way.
 */
public final class ServerLogging {
    private ServerLogging() {}

    /** Logs so from here on; {@link #end} ends it. */
    public static void apply(LoggingSettings settings) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            takeOverJdkLogging(context);
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.WARN);
            Level level = Level.toLevel(settings.level().name());
            context.getLogger("io.sqe").setLevel(level);
            context.getLogger("sqe").setLevel(level);
            root.addAppender(appender(context, settings.format()));
        } else {
            java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
        }
    }

    /** Writes what is still to be written. */
    public static void end() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }

    /** Levels go the other way, so that what nobody wants is not made in the first place. */
    private static void takeOverJdkLogging(LoggerContext context) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        LevelChangePropagator levels = new LevelChangePropagator();
        levels.setContext(context);
        levels.setResetJUL(true);
        levels.start();
        context.addListener(levels);
    }

    private static ConsoleAppender<ILoggingEvent> appender(LoggerContext context, LoggingSettings.Format format) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, format));
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, LoggingSettings.Format format) {
        Encoder<ILoggingEvent> encoder = switch (format) {
            case JSON -> new JsonLines();
            case TEXT -> new TextLines();
        };
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
