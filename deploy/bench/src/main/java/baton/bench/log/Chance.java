package baton.bench.log;

import java.time.Duration;
import java.util.SplittableRandom;

/** What differs from one life to another of the same kind; the same seed gives the same. */
final class Chance {
  private static final double SPREAD = 0.8;
  private static final double FASTEST = 0.1;
  private static final double SLOWEST = 5;

  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Mostly near it, sometimes a fraction or a multiple. */
  Duration about(Duration typical) {
    double factor = Math.exp(random.nextGaussian() * SPREAD);
    double bounded = Math.clamp(factor, FASTEST, SLOWEST);
    return Duration.ofMillis((long) (typical.toMillis() * bounded));
  }

  boolean with(double share) {
    return random.nextDouble() < share;
  }

  /** From 0 to {@code most}. */
  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
