package baton.escalation.health.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one instance knows of its own watching.
 *
 * @param brokerAnswered since the start
 * @param notReading why it does not read the log, or null while it does
 * @param unheard sources of the writers that are not heard, such as {@code /risk-service}
 * @param lookAge system time since the last look at what is due that was finished
 * @param unjudged business time up to now that could not be judged, silent writers apart
 * @param untold why it cannot say what it finds, or null while it can
 */
public record Watching(
    boolean brokerAnswered,
    String notReading,
    List<String> unheard,
    Duration lookAge,
    Duration unjudged,
    String untold) {
  public Watching {
    requireNonNull(lookAge);
    requireNonNull(unjudged);
    unheard = List.copyOf(unheard);
  }

  /**
   * Why nobody may rely on it, each a sentence; empty while it sees everything and can say so.
   *
   * @param max of the last look's age, and of what is not judged
   */
  public List<String> blindBecause(Duration max) {
    var why = new ArrayList<String>();
    if (!brokerAnswered) why.add("the broker has not answered since the start");
    else if (notReading != null) why.add("it does not read the log: " + notReading);
    for (String writer : unheard)
      why.add(writer.substring(1) + " is not heard: what it did is not known");
    if (lookAge.compareTo(max) > 0)
      why.add("it has looked at nothing for more than " + max.toSeconds() + " s");
    else if (unjudged.compareTo(max) > 0)
      why.add("it cannot judge what fell due in the last " + unjudged.toSeconds() + " s");
    if (untold != null) why.add(untold);
    return why;
  }
}
