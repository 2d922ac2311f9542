package io.sqe.gateway.trino.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Logins under way. A login has two secrets: the program's, by which it fetches the token, and from that, by a digest, the person's,
 * which is in the address that the browser shows: who sees that address learns nothing by which a token could be fetched. Until
 * somebody logs in nothing is kept, however many programs ask; what is in an address is sealed with a key of this process. Safe for use
 * by many threads.
 */
public final class PendingLogins {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String MAC = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LOGIN = Pattern.compile("([0-9a-f]{64})\\.([0-9]{1,12})\\.([0-9a-f]{64})");

    private final LoginLimits limits;
    private final Clock clock;
    private final SecretKeySpec key = new SecretKeySpec(randomBytes(), MAC);
    private final Semaphore waiting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Finished> finished = new LinkedHashMap<>();

    public PendingLogins(LoginLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.waiting = new Semaphore(limits.waitingMax());
    }

    /** Begins a login. */
    public Begun begin() {
        String secret = HexFormat.of().formatHex(randomBytes());
        String id = digest(secret);
        long until = clock.instant().plus(limits.validFor()).getEpochSecond();
        return new Begun(secret, id + '.' + until + '.' + seal(id, until));
    }

    /** Whether a person can finish the login of an address: it is one of ours, in time, and not finished. */
    public boolean isOpen(String login) {
        lock.lock();
        try {
            forgetOld();
            return find(login).filter(open -> !finished.containsKey(open.id())).isPresent();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives the program its token; once.
     *
     * @return whether it was given: not if the login is none of ours, over, or finished already
     */
    public boolean finish(String login, String token) {
        lock.lock();
        try {
            forgetOld();
            Optional<Login> open = find(login).filter(known -> !finished.containsKey(known.id()));
            if (open.isEmpty() || finished.size() >= limits.finishedMax()) {
                return false;
            }
            Instant keptUntil = clock.instant().plus(limits.tokenKeptFor());
            finished.put(
                    open.get().id(), new Finished(token, keptUntil, open.get().until()));
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The token of who began the login, waiting a while for the person; empty if there is none yet. */
    public Optional<String> awaitToken(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            return Optional.empty();
        }
        String id = digest(secret);
        boolean mayWait = waiting.tryAcquire();
        lock.lock();
        try {
            long left = mayWait ? limits.waitMax().toNanos() : 0;
            Optional<String> token = token(id);
            while (token.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
                token = token(id);
            }
            return token;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
            if (mayWait) {
                waiting.release();
            }
        }
    }

    private Optional<String> token(String id) {
        return Optional.ofNullable(finished.get(id))
                .filter(login -> login.keptUntil().isAfter(clock.instant()))
                .flatMap(login -> Optional.ofNullable(login.token()));
    }

    /** The program has its token: nobody gets it again. */
    public void received(String secret) {
        lock.lock();
        try {
            finished.computeIfPresent(digest(secret), (_, login) -> login.withoutToken());
        } finally {
            lock.unlock();
        }
    }

    private Optional<Login> find(String login) {
        Matcher parts = LOGIN.matcher(login);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String id = parts.group(1);
        long until = Long.parseLong(parts.group(2));
        boolean isOurs = MessageDigest.isEqual(
                seal(id, until).getBytes(StandardCharsets.US_ASCII),
                parts.group(3).getBytes(StandardCharsets.US_ASCII));
        return Optional.of(new Login(id, Instant.ofEpochSecond(until)))
                .filter(open -> isOurs && open.until().isAfter(clock.instant()));
    }

    /** A finished login is remembered as long as its address would be good, and a token as long as it is kept. */
    private void forgetOld() {
        Instant now = clock.instant().minus(1, ChronoUnit.SECONDS);
        finished.values()
                .removeIf(login ->
                        login.until().isBefore(now) && login.keptUntil().isBefore(now));
    }

    private String seal(String id, long until) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((id + '.' + until).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + MAC, missing);
        }
    }

    private static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /**
     * A login that has begun.
     *
     * @param secret for the program alone
     * @param login for the address that the person opens
     */
    public record Begun(String secret, String login) {
        @Override
        public String toString() {
            return "Begun";
        }
    }

    /** A login as its address says. */
    private record Login(String id, Instant until) {}

    /** A login that a person has finished; without its token once the program has it. */
    private record Finished(@Nullable String token, Instant keptUntil, Instant until) {
        Finished withoutToken() {
            return new Finished(null, keptUntil, until);
        }

        @Override
        public String toString() {
            return "Finished[until=" + until + "]";
        }
    }
}
