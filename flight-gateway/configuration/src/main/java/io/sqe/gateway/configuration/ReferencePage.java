package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Key.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the reference of all keys from their declarations. */
public final class ReferencePage {
    private static final String INTRODUCTION = """
            # Configuration

            Made from the declarations in [flight-gateway/configuration](../../flight-gateway/configuration) by `sqe config reference`; do not edit.

            The server reads the TOML file of `--config` or `SQE_CONFIG`. An environment variable `SQE_SECTION__FIELD` overrides any
            key: `SQE_QUERY__TIMEOUT_SECS=60`, `SQE_CATALOGS__SALES__WAREHOUSE=…`, `SQE_AUTH__PROVIDERS__0__TYPE=static`; lists are
            separated by commas. All errors are told at once, before any port is opened. A wrong value or unknown key in the file is
            an error; in the environment it is a warning, and an error in production mode. Times are seconds, or texts such as
            `"5m"`; sizes are texts such as `"512MB"`, `"2GB"` (powers of 1024) or `"60%"` of the machine's memory. ↻ marks what a
            running server takes over on SIGHUP. A secret's key with `_file` behind it names a file to read it from.
            """;

    private ReferencePage() {}

    /** The page as Markdown. */
    public static String markdown() {
        Map<String, List<Key<?>>> sections = new LinkedHashMap<>();
        ServerKeys.ALL.forEach(key ->
                sections.computeIfAbsent(section(key), _ -> new ArrayList<>()).add(key));
        return INTRODUCTION
                + sections.entrySet().stream()
                        .map(section -> section(section.getKey(), section.getValue()))
                        .collect(Collectors.joining());
    }

    private static String section(Key<?> key) {
        return key.path().substring(0, key.path().lastIndexOf('.'));
    }

    private static String section(String name, List<Key<?>> keys) {
        String heading = name.endsWith(".*") && name.startsWith("auth.providers")
                ? "[[auth.providers]]"
                : "[" + name.replace("*", "NAME") + "]";
        return "\n## " + heading + "\n\n| key | value | default | |\n|---|---|---|---|\n"
                + keys.stream().map(ReferencePage::row).collect(Collectors.joining());
    }

    private static String row(Key<?> key) {
        String name = key.path().substring(key.path().lastIndexOf('.') + 1);
        String marks = key.is(Trait.RELOADABLE) ? " ↻" : "";
        String alias = key.alias().map(variable -> " Also `" + variable + "`.").orElse("");
        String file = key.is(Trait.SECRET) ? " Also `" + name + "_file`." : "";
        return "| `%s`%s | %s | `%s` | %s%s%s |%n"
                .formatted(name, marks, key.type().name(), standard(key), key.doc(), alias, file);
    }

    /** The same on everybody's machine. */
    private static String standard(Key<?> key) {
        return key.shownStandard().replace(System.getProperty("user.home"), "~");
    }
}
