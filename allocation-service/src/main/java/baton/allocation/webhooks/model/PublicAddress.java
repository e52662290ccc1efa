package baton.allocation.webhooks.model;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Whether an address is one of the public Internet. Everything else is refused: this machine, its
 * network, other private ones, metadata services of clouds, multicast, and IPv6 forms that stand
 * for such an IPv4 address. Source: IANA's registries of special-purpose addresses (RFC 6890).
 */
public final class PublicAddress {
  private static final List<Block> NOT_PUBLIC =
      List.of(
          Block.of("00000000", 8), // this network
          Block.of("0a000000", 8), // private
          Block.of("64400000", 10), // shared by a carrier's customers
          Block.of("7f000000", 8), // loopback
          Block.of("a9fe0000", 16), // link-local, with the metadata services of most clouds
          Block.of("a83f8110", 32), // 168.63.129.16, Azure's own service
          Block.of("ac100000", 12), // private
          Block.of("c0000000", 24), // IETF
          Block.of("c0000200", 24), // documentation
          Block.of("c0586300", 24), // 6to4 relays
          Block.of("c0a80000", 16), // private
          Block.of("c6120000", 15), // benchmarks
          Block.of("c6336400", 24), // documentation
          Block.of("cb007100", 24), // documentation
          Block.of("e0000000", 4), // multicast
          Block.of("f0000000", 4), // reserved, and broadcast
          Block.of("20010000000000000000000000000000", 23), // IETF, Teredo included
          Block.of("20010db8000000000000000000000000", 32), // documentation
          Block.of("3fff0000000000000000000000000000", 20)); // documentation

  private static final Block GLOBAL_UNICAST = Block.of("20000000000000000000000000000000", 3);
  private static final Block SIX_TO_FOUR = Block.of("20020000000000000000000000000000", 16);
  private static final Block NAT64 = Block.of("0064ff9b000000000000000000000000", 96);

  private PublicAddress() {}

  public static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address _ -> noneHolds(bytes);
      case Inet6Address _ when NAT64.holds(bytes) -> is(embedded(bytes, 12));
      case Inet6Address _ when SIX_TO_FOUR.holds(bytes) -> is(embedded(bytes, 2));
      case Inet6Address _ -> GLOBAL_UNICAST.holds(bytes) && noneHolds(bytes);
      default -> false;
    };
  }

  private static boolean noneHolds(byte[] address) {
    return NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
  }

  /** The IPv4 address within. */
  private static InetAddress embedded(byte[] address, int at) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address, at, at + 4));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }

  /**
   * Addresses that begin alike.
   *
   * @param bits how many of them are alike
   */
  private record Block(byte[] prefix, int bits) {
    static Block of(String hex, int bits) {
      return new Block(HexFormat.of().parseHex(hex), bits);
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
