package baton.escalation.sweep.model;

import baton.contract.EventId;
import baton.contract.ReferralId;
import java.util.List;

/**
 * A referral on which board and log disagree.
 *
 * @param board what the board has, in words
 * @param log what the log says, in words
 * @param events that prove it, as the log has them: those that the board has not applied, else the
 *     latest ones; none where the log tells nothing of the referral
 */
public record Difference(
    ReferralId referralId, Kind kind, String board, String log, List<Event> events) {
  /** Only so many events of one difference are named. */
  public static final int EVENTS_MAX = 5;

  /** What an earlier release kept has named no events. */
  public Difference {
    events = events == null ? List.of() : List.copyOf(events);
  }

  /** An event and where it stands on the log of referrals. */
  public record Event(int partition, long offset, EventId event, String type) {}

  public Difference provedBy(List<Event> proof) {
    return new Difference(referralId, kind, board, log, proof);
  }

  public enum Kind {
    /** The log tells of a referral that the board does not have. */
    ROW_MISSING,
    /** The board has a referral of which the log tells nothing. */
    ROW_TOO_MANY,
    /** The log holds events that never reached the board. */
    EVENT_NOT_APPLIED,
    /** The board read the same events and has something else. */
    ROW_WRONG
  }
}
