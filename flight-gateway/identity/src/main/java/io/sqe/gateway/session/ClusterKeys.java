package io.sqe.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of a cluster's session tokens: the first seals, all open. To rotate, put a new one first and drop the last later. */
public final class ClusterKeys {
    private static final int KEY_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<PosixFilePermission> OWNERS_ALONE = PosixFilePermissions.fromString("rw-------");

    private final Map<String, SecretKey> byId;

    private ClusterKeys(Map<String, SecretKey> byId) {
        this.byId = new LinkedHashMap<>(byId);
    }

    /**
     * Reads keys as {@code id:base64}, separated by commas or lines.
     *
     * @throws IllegalArgumentException if one is none; the message shows no key
     */
    public static ClusterKeys parse(String text) {
        Map<String, SecretKey> byId = new LinkedHashMap<>();
        Arrays.stream(text.split("[,\\s]+")).filter(entry -> !entry.isEmpty()).forEach(entry -> add(byId, entry));
        if (byId.isEmpty()) {
            throw new IllegalArgumentException("There is no session key. Write one as id:base64.");
        }
        return new ClusterKeys(byId);
    }

    private static void add(Map<String, SecretKey> byId, String entry) {
        int colon = entry.indexOf(':');
        int number = byId.size() + 1;
        if (colon < 0 || !ID.matcher(entry.substring(0, colon)).matches()) {
            throw new IllegalArgumentException("Session key %d is not written as id:base64.".formatted(number));
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(entry.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("Session key %d is not base64.".formatted(number), notBase64);
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "Session key %d has %d bits; it needs 256.".formatted(number, key.length * 8));
        }
        if (byId.putIfAbsent(entry.substring(0, colon), new SecretKeySpec(key, "AES")) != null) {
            throw new IllegalArgumentException("Session key %d has the id of another.".formatted(number));
        }
    }

    /**
     * Reads the keys of a file that its owner alone can read; makes it, with a new key, if it is not there. Of two processes that
     * make it at a time both get the same.
     */
    public static ClusterKeys loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            EnumSet<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(OWNERS_ALONE);
            if (!others.isEmpty()) {
                throw new IllegalArgumentException(
                        "Others than its owner may use the session keys in %s. Run: chmod 600 %s"
                                .formatted(file, file));
            }
            return parse(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot use the session keys in " + file, failure);
        }
    }

    /** Whole or not at all: a link to a finished draft fails if another process was first. */
    private static void create(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft =
                Files.createTempFile(folder, "session", ".draft", PosixFilePermissions.asFileAttribute(OWNERS_ALONE));
        try {
            Files.writeString(draft, newKey() + "\n", StandardCharsets.US_ASCII);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // Another process has just made it: its keys are read.
        } finally {
            Files.delete(draft);
        }
    }

    private static String newKey() {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        byte[] id = new byte[4];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id) + ":" + Base64.getEncoder().encodeToString(key);
    }

    String sealingId() {
        return byId.keySet().iterator().next();
    }

    SecretKey sealing() {
        return byId.values().iterator().next();
    }

    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
