package baton.simulation;

import java.util.ArrayList;
import java.util.List;

/** Finds the shortest schedule that still breaks the same promise. */
final class Shrinking {
  private static final int ATTEMPTS_MAX = 6_000;

  private final int attemptsMax;
  private int attempts;

  Shrinking() {
    this(ATTEMPTS_MAX);
  }

  /**
   * @param attemptsMax histories that are tried
   */
  Shrinking(int attemptsMax) {
    this.attemptsMax = attemptsMax;
  }

  /** Drops ever smaller stretches of steps while the rest still fails. */
  History shortest(History failing) {
    History shortest = failing;
    for (int stretch = failing.steps().size() / 2; stretch > 0; stretch /= 2) {
      boolean shorter = true;
      while (shorter && attempts < attemptsMax) {
        int before = shortest.steps().size();
        shortest = without(shortest, stretch);
        shorter = shortest.steps().size() < before;
      }
    }
    return shortest;
  }

  private History without(History failing, int stretch) {
    History shortest = failing;
    for (int from = failing.steps().size() - stretch; from > -stretch; from -= stretch) {
      List<Step> steps = shortest.steps();
      int begin = Math.max(0, from);
      int end = Math.min(steps.size(), from + stretch);
      if (begin >= end || ++attempts > attemptsMax) continue;
      var fewer = new ArrayList<>(steps.subList(0, begin));
      fewer.addAll(steps.subList(end, steps.size()));
      History tried = shortest.with(fewer);
      if (breaksTheSame(tried, failing)) shortest = tried;
    }
    return shortest;
  }

  private static boolean breaksTheSame(History tried, History failing) {
    return tried.violation() != null
        && tried.violation().promise().equals(failing.violation().promise());
  }
}
