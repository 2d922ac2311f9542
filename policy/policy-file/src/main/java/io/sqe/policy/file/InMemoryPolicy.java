package io.sqe.policy.file;

import io.sqe.catalog.TableName;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.SqlExpression;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides by the rules of a file, read once.
 *
 * <p>Of all rules that are about the table and for the principal: one that denies wins; row filters must all be true; a column
 * hidden by one is hidden; of different masks of a column the one that shows least holds. So a further role never shows more.
 * With no such rule the table is denied, except that a file that says {@code default = "allow"} leaves tables open that no rule
 * gives to anybody.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class InMemoryPolicy implements PolicyEngine {
    private final PolicyRules rules;
    private final MaskSql masks;

    private InMemoryPolicy(PolicyRules rules) {
        this.rules = rules;
        this.masks = new MaskSql(rules.maskKey());
    }

    /** @throws PolicyFileException if the file cannot be read or any of it is not understood */
    public static InMemoryPolicy read(Path file) {
        return new InMemoryPolicy(PolicyFile.read(file));
    }

    /**
     * As {@link #read}, of a text.
     *
     * @param name names the text in messages
     */
    public static InMemoryPolicy parse(String name, String toml) {
        return new InMemoryPolicy(PolicyFile.parse(name, toml));
    }

    @Override
    public TableAccess decide(Principal principal, TableName table, TableAction action) {
        List<PolicyRule> matching = rules.all().stream()
                .filter(rule -> rule.covers(action) && rule.isAbout(table) && rule.isFor(principal))
                .toList();
        Optional<PolicyRule> denial =
                matching.stream().filter(PolicyRule::denies).findFirst();
        if (denial.isPresent()) {
            return new TableAccess.Denied(denial.get().title() + " denies it");
        }
        return matching.isEmpty() ? byDefault(table) : combined(matching);
    }

    @Override
    public String fingerprint(Principal principal) {
        Sha256 digest = new Sha256();
        digest.add(rules.text());
        digest.add(principal.name());
        principal.roles().stream().sorted().forEach(digest::add);
        return digest.hex();
    }

    private TableAccess byDefault(TableName table) {
        boolean givenToOthers = rules.all().stream().anyMatch(rule -> !rule.denies() && rule.isAbout(table));
        if (rules.openByDefault() && !givenToOthers) {
            return new TableAccess.Full();
        }
        return new TableAccess.Denied("no rule gives it");
    }

    private TableAccess combined(List<PolicyRule> matching) {
        Set<String> hidden = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, Mask> combinedMasks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (PolicyRule rule : matching) {
            hidden.addAll(rule.hiddenColumns());
            rule.masks().forEach((column, mask) -> combinedMasks.merge(column, mask, Mask::combined));
        }
        combinedMasks.values().removeIf(mask -> mask == Mask.Named.MASK_NONE);
        combinedMasks.keySet().removeIf(hidden::contains);
        List<SqlExpression> filters = matching.stream()
                .flatMap(rule -> rule.rowFilters().stream())
                .distinct()
                .map(SqlExpression::new)
                .toList();
        if (filters.isEmpty() && combinedMasks.isEmpty() && hidden.isEmpty()) {
            return new TableAccess.Full();
        }
        Map<String, SqlExpression> expressions = new LinkedHashMap<>();
        combinedMasks.forEach((column, mask) -> expressions.put(column, masks.of(mask, column)));
        return new TableAccess.Restricted(filters, expressions, hidden);
    }

    /** A digest of a list of texts: each is preceded by its length, so that no two lists look alike. */
    private static final class Sha256 {
        private final java.security.MessageDigest digest;

        private Sha256() {
            try {
                digest = java.security.MessageDigest.getInstance("SHA-256");
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }

        private void add(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(java.nio.ByteBuffer.allocate(Integer.BYTES)
                    .putInt(bytes.length)
                    .flip());
            digest.update(bytes);
        }

        private String hex() {
            return java.util.HexFormat.of().formatHex(digest.digest());
        }
    }
}
