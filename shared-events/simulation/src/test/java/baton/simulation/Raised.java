package baton.simulation;

import baton.custody.Finding;
import java.util.HashMap;
import java.util.Map;

/** The escalations of escalation-service, as committed: each cause, and whether it is certain. */
final class Raised {
  private final Map<Finding.Cause, Boolean> confirmed = new HashMap<>();

  boolean has(Finding.Cause cause) {
    return confirmed.containsKey(cause);
  }

  boolean isConfirmed(Finding.Cause cause) {
    return confirmed.getOrDefault(cause, false);
  }

  void put(Finding.Cause cause, boolean certain) {
    confirmed.merge(cause, certain, (a, b) -> a || b);
  }
}
