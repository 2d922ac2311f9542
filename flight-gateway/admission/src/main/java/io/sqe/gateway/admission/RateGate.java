package io.sqe.gateway.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.sqe.gateway.admission.QueryLimits.Rates;
import java.time.Duration;

/** Lets so many queries a minute through. A user beyond the own rate takes nothing of everybody's. */
final class RateGate {
    private static final int USERS_MAX = 100_000;

    private final Rates rates;
    private final Bucket global;
    private final Cache<String, Bucket> byUser = newBuckets();
    private final Cache<String, Bucket> metadataByUser = newBuckets();

    RateGate(Rates rates) {
        this.rates = rates;
        this.global = bucket(rates.global());
    }

    private static Cache<String, Bucket> newBuckets() {
        return Caffeine.newBuilder()
                .maximumSize(USERS_MAX)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build();
    }

    Rates rates() {
        return rates;
    }

    void pass(String user) {
        Bucket own = byUser.get(user, _ -> bucket(rates.perUser()));
        take(own, "rate_limit.per_user_queries_per_minute");
        take(global, "rate_limit.global_queries_per_minute");
    }

    void passMetadata(String user) {
        take(metadataByUser.get(user, _ -> bucket(rates.metadataPerUser())), "rate_limit.metadata_per_user_per_minute");
    }

    private static void take(Bucket bucket, String limit) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Refusal.tooOften(limit, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket bucket(long perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
