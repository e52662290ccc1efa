package baton.platform.limits;

import baton.contract.OrganisationCode;
import java.util.HashMap;
import java.util.Map;

/** So many at once, and of each organisation so many. */
final class Shares {
  private final int max;
  private final int maxEach;
  private final Map<OrganisationCode, Integer> taken = new HashMap<>();
  private int all;

  Shares(int max, int maxEach) {
    this.max = max;
    this.maxEach = maxEach;
  }

  /** What came of asking for one. */
  enum Share {
    TAKEN,
    /** The organisation has all of its own. */
    OWN_ARE_TAKEN,
    /** Everybody together has all. */
    ALL_ARE_TAKEN
  }

  synchronized Share take(OrganisationCode who) {
    if (taken.getOrDefault(who, 0) >= maxEach) return Share.OWN_ARE_TAKEN;
    if (all >= max) return Share.ALL_ARE_TAKEN;
    all++;
    taken.merge(who, 1, Integer::sum);
    return Share.TAKEN;
  }

  synchronized void giveBack(OrganisationCode who) {
    all--;
    taken.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1);
  }
}
