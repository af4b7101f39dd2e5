package dev.rollcall.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.crypto.FixedConfig;
import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a tenant's URL may lead us (server-side request forgery). */
class AddressesTest {

    private final Addresses addresses = with(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "127.255.255.254",
                "0.0.0.0",
                "0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.100.100.200",
                "169.254.169.254",
                "168.63.129.16",
                "192.0.0.192",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "192.88.99.1",
                "::",
                "::1",
                "[::1]",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:a00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::7f00:1",
                "2002:7f00:1::1",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "3fff::1",
                "localhost"
            })
    void aTenantsUrlDoesNotReachInside(String host) {
        assertThatThrownBy(() -> addresses.of(host, Reach.PUBLIC))
                .isInstanceOf(OutboundFailure.class)
                .hasMessageNotContaining(host.length() > 3 ? host : "  ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "169.255.0.1", "2606:4700::1111", "2a00::1"})
    void aTenantsUrlReachesThePublic(String host) {
        assertThat(addresses.of(host, Reach.PUBLIC)).hasSize(1);
    }

    @Test
    void aDevelopmentInstanceReachesThisMachineAndNotTheNetworkAroundIt() {
        assertThat(addresses.of("127.0.0.1", Reach.LOCALHOST_TOO)).hasSize(1);
        assertThat(addresses.of("::1", Reach.LOCALHOST_TOO)).hasSize(1);
        assertThatThrownBy(() -> addresses.of("10.0.0.1", Reach.LOCALHOST_TOO)).isInstanceOf(OutboundFailure.class);
        assertThatThrownBy(() -> addresses.of("169.254.169.254", Reach.LOCALHOST_TOO))
                .isInstanceOf(OutboundFailure.class);
    }

    /** SSRF: somebody's development instance looks for what else runs on the server. */
    @Test
    void aServerThatOthersReachKeepsItsOwnMachineToItself() {
        var hosted = with(Map.of("ROLLCALL_PUBLIC_URL", "https://auth.example.com"));
        assertThatThrownBy(() -> hosted.of("127.0.0.1", Reach.LOCALHOST_TOO)).isInstanceOf(OutboundFailure.class);
        assertThatThrownBy(() -> hosted.of("::1", Reach.LOCALHOST_TOO)).isInstanceOf(OutboundFailure.class);
        var asked =
                with(Map.of("ROLLCALL_PUBLIC_URL", "https://auth.example.com", "ROLLCALL_OUTBOUND_LOCALHOST", "true"));
        assertThat(asked.of("127.0.0.1", Reach.LOCALHOST_TOO)).hasSize(1);
    }

    @Test
    void anOperatorOfOtherPeoplesInstancesClosesThisMachine() {
        var closed = with(Map.of("ROLLCALL_OUTBOUND_LOCALHOST", "false"));
        assertThatThrownBy(() -> closed.of("127.0.0.1", Reach.LOCALHOST_TOO)).isInstanceOf(OutboundFailure.class);
    }

    @Test
    void anOperatorAllowsNetworks() {
        var opened = with(Map.of("ROLLCALL_OUTBOUND_ALLOW", "10.1.0.0/16, fd12::/16,192.168.1.7"));
        assertThat(opened.of("10.1.2.3", Reach.PUBLIC)).hasSize(1);
        assertThat(opened.of("fd12::9", Reach.PUBLIC)).hasSize(1);
        assertThat(opened.of("192.168.1.7", Reach.PUBLIC)).hasSize(1);
        assertThatThrownBy(() -> opened.of("10.2.0.1", Reach.PUBLIC)).isInstanceOf(OutboundFailure.class);
        assertThatThrownBy(() -> opened.of("192.168.1.8", Reach.PUBLIC)).isInstanceOf(OutboundFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "intranet/8", "10.0.0.0/x", "10.0.0.0/8/8", "/8"})
    void anAllowanceThatIsNoNetworkStopsTheServer(String text) {
        assertThatThrownBy(() -> with(Map.of("ROLLCALL_OUTBOUND_ALLOW", text)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ROLLCALL_OUTBOUND_ALLOW");
    }

    @Test
    void aPrivateAddressDoesNotHideBehindAPublicOne() {
        var mixed = new Addresses(new ServerConfig(new FixedConfig(Map.of())), host ->
                new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")});
        assertThatThrownBy(() -> mixed.of("mixed.test", Reach.PUBLIC)).isInstanceOf(OutboundFailure.class);
    }

    private static Addresses with(Map<String, String> environment) {
        return new Addresses(new ServerConfig(new FixedConfig(environment)), InetAddress::getAllByName);
    }
}
