package baton.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What stands in the middle. */
public final class Medians {
  private Medians() {}

  public static double of(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  public static double of(List<Measured> runs, ToDoubleFunction<Measured> what) {
    return of(runs.stream().map(what::applyAsDouble).toList());
  }

  /** Of the ratios of runs that were neighbours, not the ratio of two medians. */
  public static double ofRatios(
      List<Measured> runs, List<Measured> to, ToDoubleFunction<Measured> what) {
    return of(
        IntStream.range(0, Math.min(runs.size(), to.size()))
            .mapToObj(i -> what.applyAsDouble(runs.get(i)) / what.applyAsDouble(to.get(i)))
            .toList());
  }
}
