package baton.bench.log;

/** Numbers that look random and follow from a seed: SplitMix64's finalizer. */
final class Hash {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private Hash() {}

  static long of(long seed, long what) {
    long z = seed + GAMMA * (what + 1);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  static double share(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }
}
