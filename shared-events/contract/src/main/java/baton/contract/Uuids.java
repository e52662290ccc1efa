package baton.contract;

import java.util.UUID;

/** What the id records share. */
final class Uuids {
  private Uuids() {}

  /** Stricter than {@link UUID#fromString}, which also takes shortened groups. */
  static UUID parse(String what, String text) {
    if (text != null && text.length() == 36) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException notOne) {
        // falls through to the one message below
      }
    }
    throw new IllegalArgumentException(what + " must be a UUID in its 36-character form");
  }

  /**
   * UUIDv7 sorts by time only when its halves are compared unsigned, which {@link UUID#compareTo}
   * does not do.
   */
  static int compareUnsigned(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }
}
