package baton.proof;

/** Where the nodes on the way from a leaf to the root stand. Sizes up to {@code 2^63 - 1}. */
final class Paths {
  private Paths() {}

  /** How many levels lie below the root. */
  static int levels(long size) {
    return size <= 1 ? 0 : 64 - Long.numberOfLeadingZeros(size - 1);
  }

  /** The lowest level on which two leaves are below the same node. */
  static int meeting(long one, long other) {
    return 64 - Long.numberOfLeadingZeros(one ^ other);
  }

  /** Whether the node above a leaf has a sibling; at the right edge it may have none. */
  static boolean hasSibling(int level, long index, long size) {
    return ((index >> level) ^ 1) <= (size - 1) >> level;
  }

  /** Whether the node above a leaf is the right one of two. */
  static boolean isRight(int level, long index) {
    return ((index >> level) & 1) == 1;
  }
}
