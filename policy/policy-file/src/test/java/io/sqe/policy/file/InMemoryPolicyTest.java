package io.sqe.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InMemoryPolicyTest {
    private static final String RULES = """
            mask-key = "0123456789abcdef"

            [[rule]]
            table = "lake.sales.orders"
            roles = "analyst"
            row-filter = "region = 'EU'"
            hide = "margin"
            mask = { email = "MASK_NONE", card = "MASK_SHOW_LAST_4" }

            [[rule]]
            table = "lake.sales.*"
            roles = ["auditor"]
            row-filter = "day >= DATE '2026-01-01'"
            mask.card = "MASK_SHOW_FIRST_4"
            mask.email = "substr({col}, 1, 1)"

            [[rule]]
            table = ["lake.sales.*", "lake.hr.people"]
            users = ["ann", "root"]
            actions = ["select", "insert", "create", "drop"]

            [[rule]]
            table = "lake.hr.*"
            roles = "blocked"
            deny = true

            [[rule]]
            table = "lake.public.*"
            """;

    /** Who, as {@code user:roles}; what; and what is seen: filters | masks | hidden columns. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ann:                 ; lake.sales.orders ; everything
            ann:blocked          ; lake.sales.orders ; everything
            ann:blocked          ; lake.hr.people    ; nothing
            ann:                 ; lake.hr.people    ; everything
            ann:                 ; lake.hr.salaries  ; nothing
            bob:                 ; lake.sales.orders ; nothing
            bob:                 ; lake.public.news  ; everything
            bob:blocked          ; lake.public.news  ; everything
            bob:analyst          ; lake.sales.orders ; region = 'EU' | card=LAST_4 | margin
            BOB:analyst          ; LAKE.Sales.ORDERS ; region = 'EU' | card=LAST_4 | margin
            bob:analyst          ; lake.sales.items  ; nothing
            bob:auditor          ; lake.sales.items  ; day >= DATE '2026-01-01' | card=FIRST_4, email=OTHER |
            ann:auditor          ; lake.sales.items  ; day >= DATE '2026-01-01' | card=FIRST_4, email=OTHER |
            bob:analyst+auditor  ; lake.sales.orders ; region = 'EU' AND day >= DATE '2026-01-01' | card=NULL, email=OTHER | margin
            Ann:                 ; lake.sales.orders ; nothing
            ann:                 ; other.sales.orders; nothing
            """)
    void whoSeesWhat(String who, String table, String seen) {
        InMemoryPolicy policy = InMemoryPolicy.parse("policy.toml", RULES);

        assertThat(describe(policy.decide(principal(who), table(table), TableAction.SELECT)))
                .isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "ann, SELECT, true", "ann, INSERT, true", "ann, DROP, true", "ann, CREATE, true", "ann, DISCOVER, true",
        "bob, SELECT, true", "bob, INSERT, false", "bob, DROP, false", "bob, CREATE, false", "bob, DISCOVER, true",
        "eve, SELECT, false", "eve, INSERT, false", "eve, DROP, false", "eve, CREATE, false", "eve, DISCOVER, false",
        "guy, SELECT, false", "guy, INSERT, true", "guy, DROP, false", "guy, CREATE, false", "guy, DISCOVER, true",
        "max, SELECT, false", "max, INSERT, false", "max, DROP, false", "max, CREATE, false", "max, DISCOVER, false",
    })
    void aRuleGivesTheActionsItNamesAndReadingIfItNamesNone(String user, TableAction action, boolean given) {
        InMemoryPolicy policy = InMemoryPolicy.parse("policy.toml", """
                [[rule]]
                table = "*"
                users = ["ann"]
                actions = ["select", "insert", "create", "drop"]

                [[rule]]
                table = "*"
                users = ["bob", "max"]

                [[rule]]
                table = "*"
                users = "guy"
                actions = "insert"

                [[rule]]
                table = "*"
                users = "max"
                deny = true
                actions = "discover"
                """);

        TableAccess access = policy.decide(principal(user + ":"), table("lake.sales.orders"), action);

        assertThat(access instanceof TableAccess.Denied).isNotEqualTo(given);
    }

    @Test
    void anEmptyFileGivesNothing() {
        assertThat(InMemoryPolicy.parse("policy.toml", "")
                        .decide(principal("ann:"), table("lake.sales.orders"), TableAction.SELECT))
                .isEqualTo(new TableAccess.Denied("no rule gives it"));
    }

    @ParameterizedTest
    @CsvSource({
        "ann:, lake.sales.orders, everything",
        "bob:, lake.sales.orders, nothing",
        "bob:, lake.sales.items, everything",
        "bob:, lake.hr.people, everything",
        "eve:, lake.hr.people, nothing",
    })
    void openByDefaultAreOnlyTablesThatNoRuleGivesToSomebody(String who, String table, String seen) {
        InMemoryPolicy policy = InMemoryPolicy.parse("policy.toml", """
                default = "allow"

                [[rule]]
                table = "lake.sales.orders"
                users = "ann"

                [[rule]]
                table = "lake.hr.people"
                users = "eve"
                deny = true
                """);

        assertThat(describe(policy.decide(principal(who), table(table), TableAction.SELECT)))
                .isEqualTo(seen);
    }

    @Test
    void aStarForTheSchemaMatchesNestedSchemasToo() {
        InMemoryPolicy policy = InMemoryPolicy.parse("policy.toml", """
                [[rule]]
                table = "lake.*.orders"

                [[rule]]
                table = '''lake."a.b".eu*'''
                """);
        TableName nested = NamespaceName.of("lake", "eu", "sales").table("orders");
        TableName dotted = NamespaceName.of("lake", "a.b").table("europe");

        assertThat(policy.decide(principal("ann:"), nested, TableAction.SELECT)).isEqualTo(new TableAccess.Full());
        assertThat(policy.decide(principal("ann:"), dotted, TableAction.SELECT)).isEqualTo(new TableAccess.Full());
        assertThat(policy.decide(
                        principal("ann:"), NamespaceName.of("lake", "a", "b").table("europe"), TableAction.SELECT))
                .isInstanceOf(TableAccess.Denied.class);
    }

    @Test
    void theHashNeverShowsItsKeyAndDependsOnIt() {
        assertThat(hash("0123456789abcdef"))
                .doesNotContain("0123456789abcdef")
                .contains("CAST(\"a \"\"b\" AS VARCHAR)")
                .isNotEqualTo(hash("0123456789abcdeg"));
    }

    @Test
    void theFingerprintDiffersByFileUserAndRoles() {
        InMemoryPolicy policy = InMemoryPolicy.parse("policy.toml", RULES);
        InMemoryPolicy other = InMemoryPolicy.parse("policy.toml", RULES + "\n");

        assertThat(Set.of(
                        policy.fingerprint(principal("ann:")),
                        policy.fingerprint(principal("annx:")),
                        policy.fingerprint(principal("ann:x")),
                        policy.fingerprint(principal("ann:x+y")),
                        policy.fingerprint(principal("ann:xy")),
                        other.fingerprint(principal("ann:"))))
                .hasSize(6);
        assertThat(policy.fingerprint(principal("ann:y+x"))).isEqualTo(policy.fingerprint(principal("ann:x+y")));
    }

    private static String hash(String key) {
        InMemoryPolicy policy = InMemoryPolicy.parse("policy.toml", """
                mask-key = "%s"
                [[rule]]
                table = "*"
                mask = { 'a "b' = "MASK_HASH" }
                """.formatted(key));
        var access = (TableAccess.Restricted)
                policy.decide(principal("ann:"), table("lake.sales.orders"), TableAction.SELECT);
        return access.masks().values().iterator().next().text();
    }

    private static Principal principal(String text) {
        String[] parts = text.split(":", -1);
        Set<String> roles = parts[1].isEmpty() ? Set.of() : Set.of(parts[1].split("\\+"));
        return new Principal(parts[0], roles);
    }

    private static TableName table(String text) {
        String[] parts = text.strip().split("\\.");
        return TableName.of(parts[0], parts[1], parts[2]);
    }

    private static String describe(TableAccess access) {
        return switch (access) {
            case TableAccess.Full() -> "everything";
            case TableAccess.Denied(var _) -> "nothing";
            case TableAccess.Restricted(var filters, var masks, var hidden) -> {
                String filter = filters.stream().map(one -> one.text()).collect(Collectors.joining(" AND "));
                Map<String, String> named = new TreeMap<>();
                masks.forEach((column, mask) -> named.put(column, nameOf(mask.text())));
                String masked = named.toString().replaceAll("[{}]", "");
                yield (filter + " | " + masked + " | " + String.join(", ", new TreeSet<>(hidden))).strip();
            }
        };
    }

    private static String nameOf(String sql) {
        if (sql.contains("lpad")) {
            return "LAST_4";
        }
        if (sql.contains("rpad")) {
            return "FIRST_4";
        }
        return sql.equals("NULL") ? "NULL" : "OTHER";
    }
}
