package io.sqe.gateway.configuration.key;

import io.sqe.gateway.configuration.key.RawValue.Form;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What values a key takes.
 *
 * @param name as the reference page has it
 * @param forms in which TOML may write it; the environment's texts are always taken
 * @param parse throws {@link IllegalArgumentException} saying what is wrong with the value
 * @param show writes a value as TOML
 */
public record ValueType<T>(String name, Set<Form> forms, Function<RawValue, T> parse, Function<T, String> show) {

    public ValueType {
        forms = Set.copyOf(forms);
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is none of this type
     */
    public T read(RawValue raw) {
        if (raw.form() != Form.UNTYPED && !forms.contains(raw.form())) {
            throw new IllegalArgumentException("expected %s, found %s".formatted(name, raw.form()));
        }
        return parse.apply(raw);
    }

    private static <T> ValueType<T> scalar(
            String name, Set<Form> forms, Function<String, T> parse, Function<T, String> show) {
        return new ValueType<>(name, forms, raw -> parse.apply(raw.text()), show);
    }

    public static ValueType<Boolean> flag() {
        return scalar("true or false", EnumSet.of(Form.BOOLEAN), ValueType::parseFlag, String::valueOf);
    }

    private static Boolean parseFlag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException("expected true or false, found \"" + text + '"');
        };
    }

    /** A whole number within bounds. */
    public static ValueType<Long> count(long min, long max) {
        return scalar("a whole number", EnumSet.of(Form.INTEGER), text -> within(text, min, max), String::valueOf);
    }

    /** A TCP port; 0 is off. */
    public static ValueType<Integer> port() {
        return scalar(
                "a port (0 is off)",
                EnumSet.of(Form.INTEGER),
                text -> Math.toIntExact(within(text, 0, 65535)),
                String::valueOf);
    }

    private static long within(String text, long min, long max) {
        long number;
        try {
            number = Long.parseLong(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("expected a whole number, found \"" + text + '"', notANumber);
        }
        if (number < min || number > max) {
            throw new IllegalArgumentException(
                    max == Long.MAX_VALUE
                            ? "%d is less than %d".formatted(number, min)
                            : "%d is not between %d and %d".formatted(number, min, max));
        }
        return number;
    }

    /** A share between 0 and 1. */
    public static ValueType<Double> share() {
        return scalar(
                "a number from 0 to 1", EnumSet.of(Form.REAL, Form.INTEGER), ValueType::parseShare, String::valueOf);
    }

    private static Double parseShare(String text) {
        try {
            double share = Double.parseDouble(text.strip());
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("expected a number from 0 to 1, found \"" + text + '"', notANumber);
        }
        throw new IllegalArgumentException(text + " is not between 0 and 1");
    }

    /** A time in seconds, or as a text with a unit, such as {@code "5m"}. */
    public static ValueType<Duration> seconds() {
        return scalar(
                "seconds",
                EnumSet.of(Form.INTEGER, Form.STRING),
                TimeSpan::parse,
                duration -> String.valueOf(duration.toSeconds()));
    }

    /** An amount of memory or disk, such as {@code "512MB"}, {@code "2GiB"} or {@code "60%"} of the machine's memory. */
    public static ValueType<MemorySize> memory() {
        return scalar(
                "a size",
                EnumSet.of(Form.STRING, Form.INTEGER),
                MemorySize::parse,
                size -> TomlText.quote(size.text()));
    }

    public static ValueType<String> text() {
        return scalar("a string", EnumSet.of(Form.STRING), Function.identity(), TomlText::quote);
    }

    /** Something nobody may see. */
    public static ValueType<Secret> secret() {
        return scalar("a secret", EnumSet.of(Form.STRING), Secret::new, secret -> TomlText.quote(secret.toString()));
    }

    /** A file or folder; the empty text is none. A leading {@code ~} is the home directory. */
    public static ValueType<Optional<Path>> path() {
        return scalar(
                "a path",
                EnumSet.of(Form.STRING),
                ValueType::parsePath,
                path -> TomlText.quote(path.map(Path::toString).orElse("")));
    }

    private static Optional<Path> parsePath(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        boolean atHome = text.equals("~") || text.startsWith("~/");
        return Optional.of(Path.of(atHome ? System.getProperty("user.home") + text.substring(1) : text));
    }

    /** The address of a service over HTTP; the empty text is none. */
    public static ValueType<Optional<URI>> httpAddress() {
        return scalar(
                "an address",
                EnumSet.of(Form.STRING),
                ValueType::parseHttpAddress,
                address -> TomlText.quote(address.map(URI::toString).orElse("")));
    }

    private static Optional<URI> parseHttpAddress(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(text.strip());
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(text + " is no address: " + malformed.getMessage(), malformed);
        }
        throw new IllegalArgumentException(text + " is no address such as http://collector:4318");
    }

    /** A list of texts; the environment separates them by commas. */
    public static ValueType<List<String>> texts() {
        return new ValueType<>(
                "a list of strings",
                EnumSet.of(Form.LIST),
                ValueType::parseTexts,
                texts -> texts.stream().map(TomlText::quote).collect(Collectors.joining(", ", "[", "]")));
    }

    /** Addresses and networks of machines. */
    public static ValueType<List<String>> networks() {
        ValueType<List<String>> texts = texts();
        return new ValueType<>(
                "a list of addresses and networks",
                texts.forms(),
                raw -> {
                    List<String> networks = parseTexts(raw);
                    networks.forEach(ValueType::checkNetwork);
                    return networks;
                },
                texts.show());
    }

    private static void checkNetwork(String text) {
        String[] parts = text.split("/", 2);
        try {
            int bits = InetAddress.ofLiteral(parts[0]).getAddress().length * 8;
            if (parts.length == 1 || within(parts[1], 0, bits) >= 0) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(text + " is no address or network such as 10.0.0.0/8", malformed);
        }
    }

    private static List<String> parseTexts(RawValue raw) {
        if (raw.form() == Form.LIST) {
            return raw.texts();
        }
        return Arrays.stream(raw.text().split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** One of an enum's constants, written in lower case with underscores. */
    public static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        String words = constants.stream().map(ValueType::word).collect(Collectors.joining(", "));
        return scalar(
                "one of " + words,
                EnumSet.of(Form.STRING),
                text -> constants.stream()
                        .filter(constant -> word(constant).equals(normal(text)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("\"%s\" is none of %s".formatted(text, words))),
                constant -> TomlText.quote(word(constant)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Hyphens are as good as underscores. */
    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
