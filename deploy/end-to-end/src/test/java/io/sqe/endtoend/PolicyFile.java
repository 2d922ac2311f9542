package io.sqe.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The policy of a server under test, which may be written again. */
record PolicyFile(Path path) {
    /** {@code ann} may do everything, {@code bob} see the people of the EU without their names, and nobody else anything. */
    static final String BOB_SEES_THE_EU = """
            [[rule]]
            table = "*"
            users = ["ann"]
            actions = ["select", "insert", "create", "drop", "discover"]

            [[rule]]
            table = "lake.main.people"
            users = ["bob"]
            row-filter = "region = 'EU'"
            mask.name = "'***'"
            """;

    static PolicyFile in(Path folder, String text) throws IOException {
        PolicyFile policy = new PolicyFile(folder.resolve("policy.toml"));
        policy.write(text);
        return policy;
    }

    void write(String text) throws IOException {
        Files.writeString(path, text);
    }

    /** What has a server follow it, with other settings. */
    String[] settings(String... others) {
        String[] settings = new String[others.length + 2];
        settings[0] = "SQE_POLICY__ENGINE=in_memory";
        settings[1] = "SQE_POLICY__FILE=" + path;
        System.arraycopy(others, 0, settings, 2, others.length);
        return settings;
    }
}
