package io.sqe.policy.file;

import io.sqe.policy.decision.TableAction;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one rule. */
final class RuleReader {
    private static final List<String> KEYS =
            List.of("table", "users", "roles", "actions", "deny", "row-filter", "mask", "hide");
    private static final List<String> RESTRICTIONS = List.of("row-filter", "mask", "hide");
    private static final List<String> ACTIONS = Arrays.stream(TableAction.values())
            .map(action -> action.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final List<String> MASKS =
            Arrays.stream(Mask.Named.values()).map(Enum::name).toList();

    private final TomlSection rule;
    private final String maskKey;

    RuleReader(TomlSection rule, String maskKey) {
        this.rule = rule;
        this.maskKey = maskKey;
    }

    PolicyRule read() {
        rule.allowOnly(KEYS);
        boolean denies = rule.isTrue("deny");
        if (denies) {
            RESTRICTIONS.stream().filter(rule::has).findFirst().ifPresent(key -> {
                throw rule.refused(key, "a rule that denies has no '%s'.".formatted(key));
            });
        }
        return new PolicyRule(
                "%s, line %d,".formatted(rule.title(), rule.line()),
                tables(),
                Set.copyOf(rule.texts("users")),
                Set.copyOf(rule.texts("roles")),
                actions(denies),
                denies,
                rule.texts("row-filter"),
                masks(),
                new HashSet<>(rule.texts("hide")));
    }

    private List<TablePattern> tables() {
        List<String> names = rule.texts("table");
        if (names.isEmpty()) {
            throw rule.refused("table", "it needs a 'table': catalog.schema.table, or * for all.");
        }
        try {
            return names.stream().map(TablePattern::parse).toList();
        } catch (IllegalArgumentException e) {
            throw rule.refused("table", String.valueOf(e.getMessage()));
        }
    }

    /** A rule gives reading if it does not say what it gives, and takes everything if it does not say what it takes. */
    private Set<TableAction> actions(boolean denies) {
        Set<TableAction> actions = EnumSet.noneOf(TableAction.class);
        rule.choices("actions", ACTIONS)
                .forEach(action -> actions.add(TableAction.valueOf(action.toUpperCase(Locale.ROOT))));
        if (!actions.isEmpty()) {
            return actions;
        }
        return denies ? EnumSet.allOf(TableAction.class) : EnumSet.of(TableAction.SELECT);
    }

    private Map<String, Mask> masks() {
        Map<String, Mask> masks = new LinkedHashMap<>();
        rule.entries("mask").forEach(entry -> masks.put(entry.key(), mask(entry)));
        return masks;
    }

    private Mask mask(TomlSection.Entry entry) {
        String text = entry.value().strip();
        if (MASKS.contains(text)) {
            Mask.Named mask = Mask.Named.valueOf(text);
            if (mask == Mask.Named.MASK_HASH && maskKey.isEmpty()) {
                throw rule.refused(entry.key(), "MASK_HASH needs a 'mask-key' at the top of the file.");
            }
            return mask;
        }
        if (text.matches("(?i)MASK\\w*|CUSTOM")) {
            throw rule.refused(
                    entry.key(),
                    "unknown mask '%s'. Did you mean '%s'?".formatted(text, TomlSection.nearest(text, MASKS)));
        }
        return new Mask.Custom(text);
    }
}
