package io.sqe.policy.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.sqe.policy.file.PolicyFileException.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a policy file. Every key and value must be understood: a misspelt restriction would otherwise be none. */
final class PolicyFile {
    private static final int MASK_KEY_LENGTH_MIN = 16;
    private static final List<String> KEYS = List.of("default", "mask-key", "rule");

    private final String name;
    private final String text;

    private PolicyFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static PolicyRules read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new PolicyFileException(file.toString(), Optional.empty(), "there is no such file.");
        } catch (IOException e) {
            throw new PolicyFileException(file.toString(), Optional.empty(), "cannot be read: " + e.getMessage() + ".");
        }
    }

    static PolicyRules parse(String name, String text) {
        return new PolicyFile(name, text).parse();
    }

    private PolicyRules parse() {
        var root = new TomlSection(name, text, "", tree());
        root.allowOnly(KEYS);
        String maskKey = root.text("mask-key").orElse("");
        if (!maskKey.isEmpty() && maskKey.length() < MASK_KEY_LENGTH_MIN) {
            throw root.refused(
                    "mask-key",
                    "the key has %d letters, but needs %d.".formatted(maskKey.length(), MASK_KEY_LENGTH_MIN));
        }
        boolean open = root.choice("default", List.of("deny", "allow")).equals("allow");
        List<PolicyRule> rules = new ArrayList<>();
        for (TomlSection rule : root.sections("rule")) {
            rules.add(new RuleReader(rule, maskKey).read());
        }
        return new PolicyRules(text, open, maskKey, rules);
    }

    private JsonNode tree() {
        try {
            return new TomlMapper().readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            Optional<Position> position =
                    at == null ? Optional.empty() : Optional.of(new Position(at.getLineNr(), at.getColumnNr()));
            throw new PolicyFileException(name, position, "is not TOML: " + e.getOriginalMessage() + ".");
        }
    }
}
