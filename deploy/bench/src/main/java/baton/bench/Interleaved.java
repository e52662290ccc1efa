package baton.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Runs candidates in turn, round by round, so that what else the machine does meets all of them. A
 * round before the first is not counted.
 */
public final class Interleaved {
  private Interleaved() {}

  /**
   * @param told each run as it ends
   * @return every counted run, by candidate, in the order of the rounds
   */
  public static Map<String, List<Measured>> run(
      List<? extends Candidate> candidates, int rounds, BiConsumer<String, Measured> told)
      throws Exception {
    var all = new LinkedHashMap<String, List<Measured>>();
    for (int round = 0; round <= rounds; round++) {
      for (Candidate candidate : candidates) {
        Measured measured = candidate.run();
        told.accept(
            (round == 0 ? "warm-up" : "round " + round) + "  " + candidate.name(), measured);
        if (round > 0)
          all.computeIfAbsent(candidate.name(), name -> new ArrayList<>()).add(measured);
      }
    }
    return all;
  }
}
