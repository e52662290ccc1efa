package baton.replay.model;

/** Mixes bits so that like things come to unlike numbers; the same on every machine. */
final class Hash {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Hash() {}

  static long mix(long value) {
    long mixed = (value ^ value >>> 32) * 0xBEA225F9EB34556DL;
    mixed = (mixed ^ mixed >>> 29) * 0xBEA225F9EB34556DL;
    return mixed ^ mixed >>> 32;
  }

  static long mix(long hash, long next) {
    return mix((hash + GOLDEN) * 31 ^ next);
  }

  static long of(String text) {
    long hash = GOLDEN;
    for (int i = 0; i < text.length(); i++) hash = mix(hash, text.charAt(i));
    return hash;
  }
}
