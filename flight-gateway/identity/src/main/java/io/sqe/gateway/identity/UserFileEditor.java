package io.sqe.gateway.identity;

import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes a file of users: whole or not at all, and what people have written around the users stays. The file is its owner's alone
 * from then on.
 */
public final class UserFileEditor {
    private static final String HEADER = "[[user]]";

    private final Path file;

    public UserFileEditor(Path file) {
        this.file = file;
    }

    /**
     * The users and their roles, by name.
     *
     * @throws UserFileException with everything that is wrong with the file
     */
    public List<Principal> list() {
        return UserFile.read(file).values().stream()
                .map(User::principal)
                .sorted(Comparator.comparing(Principal::name))
                .toList();
    }

    /**
     * Adds a user; makes the file if it is not there.
     *
     * @throws IllegalArgumentException if there is one of that name
     * @throws UserFileException with everything that is wrong with the file
     */
    public void add(Principal user, PasswordHash password) {
        boolean isNew = !Files.exists(file);
        if (!isNew && UserFile.read(file).containsKey(user.name())) {
            throw new IllegalArgumentException("There is a user %s already. Remove it first.".formatted(user.name()));
        }
        String roles =
                user.roles().stream().sorted().map(UserFileEditor::quoted).collect(Collectors.joining(", "));
        String entry = "%s\nname = %s\npassword = %s\nroles = [%s]\n"
                .formatted(HEADER, quoted(user.name()), quoted(password.text()), roles);
        String before = isNew ? "" : text();
        write(before + (before.isEmpty() || before.endsWith("\n\n") ? "" : "\n") + entry);
    }

    /**
     * Removes a user.
     *
     * @throws IllegalArgumentException if there is none of that name
     * @throws UserFileException with everything that is wrong with the file
     */
    public void remove(String name) {
        List<String> names = List.copyOf(UserFile.read(file).keySet());
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("There is no user %s.".formatted(name));
        }
        List<String> kept = new ArrayList<>();
        int entry = -1;
        for (String line : text().lines().toList()) {
            entry += line.strip().startsWith(HEADER) ? 1 : 0;
            boolean isComment = line.isBlank() || line.strip().startsWith("#");
            if (entry != index || isComment) {
                kept.add(line);
            }
        }
        write(String.join("\n", kept) + "\n");
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }

    private void write(String text) {
        Path target = file.toAbsolutePath();
        try {
            Path draft = Files.createTempFile(
                    Files.createDirectories(target.getParent()),
                    "users",
                    ".draft",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(draft, text);
                UserFile.read(draft);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
