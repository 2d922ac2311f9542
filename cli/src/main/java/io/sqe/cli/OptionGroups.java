package io.sqe.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Shows the options of a command under headings, by what they are about. */
final class OptionGroups {
    private static final String OWN = "What to run";

    /** Headings by the name of the mixin that declares the options. */
    private static final Map<String, String> HEADINGS = new LinkedHashMap<>();

    static {
        HEADINGS.put("output", "Results");
        HEADINGS.put("engine", "On what, and as whom");
        HEADINGS.put("mixinStandardHelpOptions", "About");
    }

    private OptionGroups() {}

    static String show(Help help) {
        CommandSpec command = help.commandSpec();
        List<OptionSpec> own = new ArrayList<>(command.options());
        Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        groups.put(OWN, own);
        HEADINGS.forEach((mixin, heading) -> {
            CommandSpec mixed = command.mixins().get(mixin);
            if (mixed != null) {
                own.removeIf(option ->
                        mixed.options().stream().anyMatch(other -> other.names()[0].equals(option.names()[0])));
                groups.put(heading, mixed.options());
            }
        });
        StringBuilder text = new StringBuilder();
        groups.forEach((heading, options) -> text.append(heading)
                .append(":\n")
                .append(help.optionListExcludingGroups(options))
                .append('\n'));
        return text.toString();
    }
}
