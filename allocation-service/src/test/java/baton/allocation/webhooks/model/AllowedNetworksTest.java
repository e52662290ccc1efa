package baton.allocation.webhooks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may open, and what nobody can. */
class AllowedNetworksTest {
  private static final AllowedNetworks EVERYTHING =
      AllowedNetworks.of(List.of("0.0.0.0/0", "::/0"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "169.254.169.254",
        "168.63.129.16",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "ff02::1",
        "fd00:ec2::254",
        "64:ff9b::7f00:1"
      })
  void this_machine_its_link_and_metadata_are_opened_by_nothing(String address) {
    assertThat(EVERYTHING.hold(InetAddress.ofLiteral(address))).isFalse();
  }

  @Test
  void what_is_named_is_open_and_nothing_beside_it() {
    var some = AllowedNetworks.of(List.of("10.20.0.0/15", "fd12:3456::/32"));
    for (String address : List.of("10.20.0.1", "10.21.255.255", "fd12:3456::9"))
      assertThat(some.hold(InetAddress.ofLiteral(address))).as(address).isTrue();
    for (String address : List.of("10.22.0.0", "192.168.1.1", "fd12:3457::9"))
      assertThat(some.hold(InetAddress.ofLiteral(address))).as(address).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.20.0.0", "10.20.0.0/33", "10.20.0.0/-1", "force.example/8", "", "/8"})
  void what_is_no_network_is_refused(String text) {
    assertThatThrownBy(() -> AllowedNetworks.of(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no network");
  }
}
