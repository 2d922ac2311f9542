package io.sqe.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.parse(List.of("10.2.0.0/15", "2001:db8::1"));

    @Test
    void addressIsTheLastInTheChainThatIsNoProxyOfOurs() {
        assertThat(proxies.client("10.1.255.9", Optional.of("1.2.3.4"))).isEqualTo("10.1.255.9");
        assertThat(proxies.client("10.2.2.3", Optional.of("1.2.3.4"))).isEqualTo("1.2.3.4");
        assertThat(proxies.client("10.3.255.3", Optional.of("6.6.6.6, 1.2.3.4, 10.0.0.1")))
                .isEqualTo("10.0.0.1");
        assertThat(proxies.client("2001:db8:0:0:0:0:0:1", Optional.of("6.6.6.6, 1.2.3.4, 10.0.0.1")))
                .isEqualTo("10.0.0.1");
        assertThat(proxies.client("10.0.0.1", Optional.empty())).isEqualTo("10.0.0.1");
    }

    @Test
    void headerThatIsNoAddressEndsTheChainAndNobodyIsTrustedWhereNobodyIsNamed() {
        assertThat(proxies.client("10.2.2.3", Optional.of("1.2.3.4, \"><script>")))
                .isEqualTo("10.2.2.3");
        assertThat(proxies.client("10.2.2.3", Optional.of("example.org"))).isEqualTo("10.2.2.3");
        assertThat(TrustedProxies.NONE.client("127.0.0.1", Optional.of("1.2.3.4")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void whatIsNeitherAddressNorNetworkIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedProxies.parse(List.of("proxy.local")))
                .withMessageContaining("proxy.local");
        assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.parse(List.of("10.0.0.0/33")));
    }
}
