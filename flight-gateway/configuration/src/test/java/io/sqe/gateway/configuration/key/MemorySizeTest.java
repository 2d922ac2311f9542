package io.sqe.gateway.configuration.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MemorySizeTest {

    @ParameterizedTest
    @CsvSource({
        "512MB, 536870912",
        "512 mb, 536870912",
        "8G, 8589934592",
        "1.5GiB, 1610612736",
        "64KB, 65536",
        "1TB, 1099511627776",
        "123, 123",
        "0, 0"
    })
    void sizesArePowersOf1024InAnyCaseWithOrWithoutTheB(String text, long bytes) {
        assertThat(MemorySize.parse(text).bytes()).isEqualTo(bytes);
    }

    @Test
    void shareIsOfTheMachinesMemory() {
        long half = MemorySize.parse("50%").bytes();
        assertThat(half).isPositive();
        assertThat(MemorySize.parse("100%").bytes()).isBetween(2 * half, 2 * half + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GB", "-1GB", "1 GB 2", "1e3", "999999999999TB"})
    void whatIsNoSizeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MemorySize.parse(text));
    }
}
