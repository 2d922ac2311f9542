package io.sqe.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Shows the options of a command under headings, by what they are about. */
final class OptionGroups {
    private static final String OWN = "What to run";

    private static final List<Group> GROUPS = List.of(
            new Group("output", "Results"),
            new Group("engine", "On what, and as whom"),
            new Group("mixinStandardHelpOptions", "About"));

    private OptionGroups() {}

    static String show(Help help) {
        CommandSpec command = help.commandSpec();
        List<OptionSpec> own = new ArrayList<>(command.options());
        StringBuilder others = new StringBuilder();
        for (Group group : GROUPS) {
            CommandSpec mixed = command.mixins().get(group.mixin());
            if (mixed != null) {
                own.removeIf(option -> isOneOf(mixed.options(), option));
                others.append(section(group.heading(), mixed.options(), help));
            }
        }
        return section(OWN, own, help) + others;
    }

    private static boolean isOneOf(List<OptionSpec> options, OptionSpec option) {
        return options.stream().anyMatch(other -> other.longestName().equals(option.longestName()));
    }

    private static String section(String heading, List<OptionSpec> options, Help help) {
        return heading + ":\n" + help.optionListExcludingGroups(options) + "\n";
    }

    /**
     * Options that one mixin declares.
     *
     * @param mixin its name within the command
     */
    private record Group(String mixin, String heading) {}
}
