package io.sqe.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sqe.gateway.system.CacheState;
import io.sqe.gateway.system.NamedCache;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CacheMetricsTest {

    @Test
    void cachesAreShownUnderTheNamesThatDashboardsKnow() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        CacheMetrics.bind(registry, List.of(new NamedCache("result", () -> new CacheState(3, 4096, 8192, 7, 5, 2))));

        assertThat(registry.scrape())
                .contains("sqe_cache_hits_total{cache=\"result\"} 7.0")
                .contains("sqe_cache_misses_total{cache=\"result\"} 5.0")
                .contains("sqe_cache_invalidations_total{cache=\"result\"} 2.0")
                .contains("sqe_cache_size_bytes{cache=\"result\"} 4096.0")
                .contains("sqe_cache_entries{cache=\"result\"} 3.0");
    }
}
