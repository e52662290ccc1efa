package baton.escalation.custody;

import baton.escalation.clockkeeper.Age;
import baton.escalation.platform.Query;
import baton.escalation.replay.model.Reckoning;
import java.time.Instant;

/**
 * The moment that a question is about, and by which of an event's two times it is asked.
 *
 * @param at null for now, from the board
 */
record AsAt(Instant at, Reckoning by) {
  private static final AsAt NOW = new AsAt(null, Reckoning.RECORDED);

  /** From {@code asAt=} and {@code by=}; recorded time where none is named. */
  static AsAt of(String asAt, String by) {
    Instant at = Query.time("asAt", asAt);
    if (by == null) return at == null ? NOW : new AsAt(at, Reckoning.RECORDED);
    Reckoning reckoning =
        Reckoning.of(by)
            .orElseThrow(
                () ->
                    Query.wrong(
                        "by",
                        "by is recorded (what was on record by then) or happened (what had happened"
                            + " by then, whenever it was recorded)"));
    if (at == null)
      throw Query.wrong("by", "by= says how asAt= is meant: give asAt= as well, or neither");
    return new AsAt(at, reckoning);
  }

  boolean now() {
    return at == null;
  }

  /** As the answer names it; null for now. */
  String wireName() {
    return now() ? null : by.wireName();
  }

  /**
   * @param now of an answer about now
   */
  Age age(Age now) {
    if (now()) return now;
    return switch (by) {
      case RECORDED -> Age.at(at, now);
      case HAPPENED -> Age.inHindsight(at, now);
    };
  }
}
