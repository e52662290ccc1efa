package baton.replay.model;

import baton.contract.BatonEvent;
import baton.contract.Recorded;

/**
 * One record of the log as the ledger takes it.
 *
 * @param high of the referral's id; 0 where it concerns none
 * @param low of the referral's id
 * @param recorded microseconds since 1970
 * @param packed what is kept of it, see {@link Form}
 * @param register the event itself, where it concerns no referral
 */
public record Line(
    Kind kind,
    long high,
    long low,
    long recorded,
    byte[] packed,
    Recorded<? extends BatonEvent> register) {
  /** What a record is to the ledger. */
  public enum Kind {
    FOLDED,
    ENDING,
    IGNORED,
    REGISTER,
    UNREADABLE
  }

  private static final byte[] NOTHING = {};
  public static final Line UNREADABLE =
      new Line(Kind.UNREADABLE, 0, 0, Long.MIN_VALUE, NOTHING, null);

  static Line register(Recorded<? extends BatonEvent> event) {
    return new Line(Kind.REGISTER, 0, 0, Times.micros(event.recordedTime()), NOTHING, event);
  }

  static Line ignored(long high, long low, long recorded) {
    return new Line(Kind.IGNORED, high, low, recorded, NOTHING, null);
  }
}
