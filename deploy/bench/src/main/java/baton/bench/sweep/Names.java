package baton.bench.sweep;

/** The candidates, as reports call them. */
final class Names {
  static final String DATA_BINDING = "data binding, 1 thread";
  static final String STREAMS = "Kafka Streams, RocksDB, exactly once, 1 thread";

  static final String AS_AT_ZERO = "whole board as at a time, from the first offset";
  static final String AS_AT_SNAPSHOT = "whole board as at a time, from a snapshot";

  private Names() {}

  /** The sweep without what is found at its end. */
  static String reading(int threads) {
    return "sweep's reading alone, " + threads(threads);
  }

  static String bare(int threads) {
    return "bare consumer, " + threads(threads);
  }

  static String sweep(int threads) {
    return "sweep, " + threads(threads);
  }

  private static String threads(int threads) {
    return threads + (threads == 1 ? " thread" : " threads");
  }
}
