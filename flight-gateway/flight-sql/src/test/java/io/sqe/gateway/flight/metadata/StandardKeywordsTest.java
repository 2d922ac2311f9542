package io.sqe.gateway.flight.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StandardKeywordsTest {
    @Test
    void onlyWhatTheStandardLacksIsToldInTheOrderItHas() {
        assertThat(StandardKeywords.without(List.of("A", "LIMIT", "SELECT", "QUALIFY", "ZONE", "ZSTD")))
                .containsExactly("LIMIT", "QUALIFY", "ZSTD");
    }
}
