package baton.bench.sweep;

import baton.bench.Measured;
import baton.bench.Medians;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * How fast one candidate is against another: the median over the rounds of the ratio of two runs
 * that were neighbours.
 */
record Ratios(Map<String, List<Measured>> runs) {

  /** By speed; null where one of them was not run. */
  Double speed(String of, String to) {
    return ratio(of, to, Measured::eventsPerSecond);
  }

  /** By the processor time of the threads that did the work; null where one was not run. */
  Double processor(String of, String to) {
    return ratio(of, to, run -> 1 / run.cpuNanosPerEvent());
  }

  /** How many times as long one takes as the other; null where one was not run. */
  Double time(String of, String to) {
    return ratio(of, to, run -> run.nanos());
  }

  /** For each number of threads. */
  static Map<String, Double> perThreads(List<Integer> threads, IntFunction<Double> ratio) {
    var all = new LinkedHashMap<String, Double>();
    for (int each : threads) all.put(Integer.toString(each), ratio.apply(each));
    return all;
  }

  private Double ratio(String of, String to, ToDoubleFunction<Measured> what) {
    if (!runs.containsKey(of) || !runs.containsKey(to)) return null;
    return Medians.ofRatios(runs.get(of), runs.get(to), what);
  }
}
