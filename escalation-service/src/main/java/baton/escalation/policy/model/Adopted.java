package baton.escalation.policy.model;

import baton.contract.escalation.AdoptionEvent;
import baton.contract.escalation.LadderAdopted;
import baton.contract.escalation.TimescalesAdopted;
import java.util.HashMap;
import java.util.Map;

/** What one organisation has adopted so far, by version. */
public record Adopted(
    Map<String, TimescalesAdopted> timescales, Map<String, LadderAdopted> ladders) {
  public static final Adopted NOTHING = new Adopted(Map.of(), Map.of());

  public Adopted {
    timescales = Map.copyOf(timescales);
    ladders = Map.copyOf(ladders);
  }

  public static Adopted evolve(Adopted current, AdoptionEvent event) {
    return switch (event) {
      case TimescalesAdopted e ->
          new Adopted(with(current.timescales, e.version(), e), current.ladders);
      case LadderAdopted e ->
          new Adopted(current.timescales, with(current.ladders, e.version(), e));
      default -> current;
    };
  }

  private static <T> Map<String, T> with(Map<String, T> all, String version, T adopted) {
    var more = new HashMap<>(all);
    more.put(version, adopted);
    return more;
  }
}
