package io.sqe.cli.server;

import io.sqe.gateway.configuration.Configuration;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a server says of itself when it is ready. What is insecure is in its log. */
final class StartupBlock {
    private StartupBlock() {}

    static String text(Configuration configuration, Map<String, String> addresses, String version, Duration took) {
        String mode = configuration.server().coordinator().mode().name().toLowerCase(Locale.ROOT);
        String listening = addresses.entrySet().stream()
                .map(address -> "  %-11s %s%n".formatted(address.getKey(), address.getValue()))
                .collect(Collectors.joining());
        return "sqe %s, %s%n%s  %-11s %s%nready after %d ms"
                .formatted(
                        version,
                        mode,
                        listening,
                        "warehouse",
                        configuration.server().catalog().warehouse(),
                        took.toMillis());
    }
}
