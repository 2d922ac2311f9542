package io.sqe.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.policy.decision.Principal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Users in a file. An unknown user costs as much time as a known one with a wrong password. Who has just proved a password is known
 * for a few minutes by a keyed digest of it, so that a client which sends it with every request does not pay for the hash each time.
 */
public final class StaticUsers implements Authenticator {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int REMEMBERED_MAX = 10_000;
    private static final int COST_IF_EMPTY = 12;
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec digestKey = new SecretKeySpec(randomBytes(), MAC);
    /** Hashing is work: no more at a time than cores, or logins could starve queries. */
    private final Semaphore hashing = new Semaphore(Runtime.getRuntime().availableProcessors());

    private volatile Known known;

    /**
     * Reads the file.
     *
     * @throws UserFileException with everything that is wrong with it
     */
    public StaticUsers(Path file) {
        this.known = Known.read(file);
    }

    /**
     * Reads a file and changes nothing yet.
     *
     * @param onChanged told of everybody who is no longer in it, or with another password or other roles
     * @return what makes it the one that counts
     * @throws UserFileException with everything that is wrong with it
     */
    public Runnable readAgain(Path file, Consumer<String> onChanged) {
        Known next = Known.read(file);
        return () -> {
            Known before = known;
            known = next;
            before.users().forEach((name, user) -> {
                if (!user.equals(next.users().get(name))) {
                    onChanged.accept(name);
                }
            });
        };
    }

    @Override
    public Principal authenticate(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Password(String name, String secret) -> authenticate(known, name, secret);
            case Credentials.BearerToken _, Credentials.NameOnly _, Credentials.None _ ->
                throw new AuthenticationException(Reason.MISSING);
        };
    }

    private Principal authenticate(Known now, String name, String secret) {
        ByteBuffer digest = digest(name, secret);
        Principal remembered = now.proved().getIfPresent(digest);
        if (remembered != null) {
            return remembered;
        }
        User user = now.users().get(name);
        PasswordHash hash = user == null ? now.stranger() : user.password();
        boolean matches = matches(hash, secret);
        if (user == null || !matches) {
            throw new AuthenticationException(Reason.INVALID);
        }
        now.proved().put(digest, user.principal());
        return user.principal();
    }

    private boolean matches(PasswordHash hash, String secret) {
        hashing.acquireUninterruptibly();
        try {
            return hash.matches(secret);
        } finally {
            hashing.release();
        }
    }

    private ByteBuffer digest(String name, String secret) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(digestKey);
            byte[] user = name.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(user.length).flip());
            mac.update(user);
            return ByteBuffer.wrap(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + MAC, impossible);
        }
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /**
     * One state of the file.
     *
     * @param stranger compared with for names that are not in it
     * @param proved who proved their password lately
     */
    private record Known(Map<String, User> users, PasswordHash stranger, Cache<ByteBuffer, Principal> proved) {

        static Known read(Path file) {
            Map<String, User> users = UserFile.read(file);
            int cost = users.values().stream()
                    .map(user -> user.password().cost())
                    .max(Comparator.naturalOrder())
                    .orElse(COST_IF_EMPTY);
            Cache<ByteBuffer, Principal> proved = Caffeine.newBuilder()
                    .maximumSize(REMEMBERED_MAX)
                    .expireAfterWrite(REMEMBERED)
                    .build();
            return new Known(users, PasswordHash.unknown(cost), proved);
        }
    }
}
