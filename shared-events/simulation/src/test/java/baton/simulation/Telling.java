package baton.simulation;

import java.util.ArrayList;

/** Tells a failing history by the shortest schedule that fails in the same way. */
final class Telling {
  private Telling() {}

  static String of(long seed, History failing) {
    return of(seed, failing, new Shrinking());
  }

  static String of(long seed, History failing, Shrinking shrinking) {
    History shortest = shrinking.shortest(failing);
    var told = new ArrayList<String>();
    Violation violation = shortest.with(shortest.steps(), told).violation();
    var text = new StringBuilder();
    text.append(
        "%s%nseed %d, %d steps; the shortest: %d, in %s%n"
            .formatted(
                violation.getMessage(),
                seed,
                failing.steps().size(),
                shortest.steps().size(),
                shortest.setup()));
    for (int i = 0; i < told.size(); i++) text.append("%4d  %s%n".formatted(i + 1, told.get(i)));
    text.append("Again: -Dtest=SimulationTest -Dbaton.simulation.seed=").append(seed);
    return text.toString();
  }
}
