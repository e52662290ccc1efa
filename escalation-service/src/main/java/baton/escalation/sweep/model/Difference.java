package baton.escalation.sweep.model;

import baton.contract.ReferralId;

/**
 * A referral on which board and log disagree.
 *
 * @param board what the board has, in words
 * @param log what the log says, in words
 */
public record Difference(ReferralId referralId, Kind kind, String board, String log) {
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
