package io.sqe.gateway.identity;

import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads users from TOML: a list of {@code [[user]]} with {@code name}, {@code password} (a hash) and {@code roles}. */
final class UserFile {
    private static final Set<String> KEYS = Set.of("name", "password", "roles");

    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, User> users = new LinkedHashMap<>();

    private UserFile(Path file) {
        this.file = file;
    }

    /** @throws UserFileException with everything that is wrong with it */
    static Map<String, User> read(Path path) {
        UserFile file = new UserFile(path);
        try {
            file.readText(Files.readString(path));
        } catch (IOException unreadable) {
            file.problems.add("%s: cannot be read (%s)"
                    .formatted(path, unreadable.getClass().getSimpleName()));
        }
        if (!file.problems.isEmpty()) {
            throw new UserFileException(file.problems);
        }
        return Collections.unmodifiableMap(file.users);
    }

    private void readText(String text) {
        TomlParseResult result = Toml.parse(text);
        result.errors().forEach(error -> problem(error.position(), String.valueOf(error.getMessage())));
        for (String key : result.keySet()) {
            if (!key.equals("user")) {
                problem(result.inputPositionOf(List.of(key)), "unknown key %s; users are [[user]]".formatted(key));
            }
        }
        if (result.get(List.of("user")) instanceof TomlArray list) {
            for (int i = 0; i < list.size(); i++) {
                readUser(list.get(i), list.inputPositionOf(i));
            }
        }
    }

    private void readUser(Object entry, @Nullable TomlPosition position) {
        if (!(entry instanceof TomlTable user)) {
            problem(position, "a user is a table, [[user]]");
            return;
        }
        for (String key : user.keySet()) {
            if (!KEYS.contains(key)) {
                problem(
                        user.inputPositionOf(List.of(key)),
                        "unknown key %s; a user has name, password and roles".formatted(key));
            }
        }
        String name = text(user, "name", position);
        String hash = text(user, "password", position);
        try {
            User read = new User(new Principal(name, roles(user)), new PasswordHash(hash));
            if (users.putIfAbsent(name, read) != null) {
                problem(position, "user %s is there twice".formatted(name));
            }
        } catch (IllegalArgumentException wrong) {
            problem(position, "user %s: %s".formatted(name, wrong.getMessage()));
        }
    }

    private String text(TomlTable user, String key, @Nullable TomlPosition position) {
        if (user.get(List.of(key)) instanceof String text) {
            return text;
        }
        problem(position, "a user needs %s, a string".formatted(key));
        return "";
    }

    private Set<String> roles(TomlTable user) {
        Set<String> roles = new HashSet<>();
        if (user.get(List.of("roles")) instanceof TomlArray list) {
            list.toList().forEach(role -> roles.add(String.valueOf(role)));
        } else if (user.contains(List.of("roles"))) {
            problem(user.inputPositionOf(List.of("roles")), "roles is a list of strings");
        }
        return roles;
    }

    private void problem(@Nullable TomlPosition position, String message) {
        String place = position == null ? "" : ":" + position.line() + ":" + position.column();
        problems.add(file.getFileName() + place + ": " + message);
    }
}
