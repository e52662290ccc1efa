package baton.allocation.webhooks.model;

import java.net.InetAddress;
import java.util.List;

/**
 * Networks that are not of the public Internet and that an operator lets webhooks lead to. This
 * machine, what is local to a link, multicast and the metadata services of clouds are never among
 * them, whatever is written: who can have a request sent there has the machine.
 */
public final class AllowedNetworks {
  private static final List<Network> NEVER =
      List.of(
          Network.of("0.0.0.0/8"),
          Network.of("127.0.0.0/8"),
          Network.of("169.254.0.0/16"), // link-local, with the metadata services of most clouds
          Network.of("168.63.129.16/32"), // Azure's
          Network.of("100.100.100.200/32"), // Alibaba's
          Network.of("224.0.0.0/3"), // multicast, reserved and broadcast
          Network.of("::/96"),
          Network.of("64:ff9b::/96"), // stands for an IPv4 address
          Network.of("fd00:ec2::254/128"), // Amazon's
          Network.of("fe80::/10"),
          Network.of("ff00::/8"));

  private final List<Network> networks;

  private AllowedNetworks(List<Network> networks) {
    this.networks = networks;
  }

  /**
   * @param written such as {@code 10.20.0.0/16} or {@code fd12:3456::/32}
   * @throws IllegalArgumentException that says which of them is none
   */
  public static AllowedNetworks of(List<String> written) {
    return new AllowedNetworks(written.stream().map(Network::of).toList());
  }

  public boolean hold(InetAddress address) {
    byte[] bytes = address.getAddress();
    return NEVER.stream().noneMatch(each -> each.holds(bytes))
        && networks.stream().anyMatch(each -> each.holds(bytes));
  }

  /**
   * Addresses that begin alike.
   *
   * @param bits how many of them are alike
   */
  private record Network(byte[] prefix, int bits) {
    static Network of(String text) {
      String[] parts = text.strip().split("/", -1);
      try {
        byte[] prefix = InetAddress.ofLiteral(parts[0]).getAddress();
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : -1;
        if (bits >= 0 && bits <= 8 * prefix.length) return new Network(prefix, bits);
      } catch (IllegalArgumentException none) {
        // What is said below is what is wrong.
      }
      throw new IllegalArgumentException(
          "'" + text + "' is no network; one looks like 10.20.0.0/16 or fd12:3456::/32");
    }

    boolean holds(byte[] address) {
      if (address.length != prefix.length) return false;
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) return false;
      }
      return true;
    }
  }
}
