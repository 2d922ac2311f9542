package io.sqe.endtoend;

import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** {@code bob}, an analyst, who may see of {@code people} no {@code salary} and of {@code secrets} nothing. */
final class RestrictedBob {
    /** A restriction more: the rows of the EU alone, and no names. */
    static final String NAMELESS_EU = """
            row-filter = "region = 'EU'"
            mask.name = "'***'"
            """;

    private RestrictedBob() {}

    /**
     * Opens the warehouse of a folder as bob.
     *
     * @param more of the rule for {@code people}, as lines of the policy
     * @param statements make what there is, as its owner
     */
    static EngineFixture open(Path folder, String more, String... statements) throws IOException {
        Path warehouse = folder.resolve("warehouse");
        try (EngineFixture owner = EngineFixture.open(warehouse)) {
            owner.run(statements);
        }
        Path policy = Files.writeString(folder.resolve("policy.toml"), """
                default = "allow"

                [[rule]]
                table = "lake.main.people"
                users = ["bob"]
                hide = ["salary"]
                %s

                [[rule]]
                table = "lake.main.secrets"
                users = ["bob"]
                deny = true
                """.formatted(more));
        return EngineFixture.openAs(new Principal("bob", Set.of("analyst")), warehouse, policy);
    }
}
