package baton.escalation.ladder.model;

import baton.contract.escalation.Rung;
import baton.policy.Ladder;
import java.time.Duration;
import java.time.Instant;

/** The order of the rungs, and until when each has time. */
public final class Rungs {
  private Rungs() {}

  /** The rung above, or null at the top. */
  public static Rung next(Rung rung) {
    int above = rung.ordinal() + 1;
    return above < Rung.values().length ? Rung.values()[above] : null;
  }

  /** Until when a rung told at this moment has time; null at the top. */
  public static Instant limitAt(Ladder ladder, Rung rung, Instant told) {
    Duration limit = next(rung) == null ? null : ladder.limit(rung);
    return limit == null ? null : told.plus(limit);
  }
}
