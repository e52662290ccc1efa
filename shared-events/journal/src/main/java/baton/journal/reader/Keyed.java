package baton.journal.reader;

import baton.journal.envelope.Envelope;
import baton.journal.envelope.UnreadableEvent;

/** What every reader of the log asks of an event, besides that it can be parsed. */
public final class Keyed {
  private Keyed() {}

  /**
   * One partition holds a referral's whole story only if its records are keyed by it. And what
   * PostgreSQL refuses in a text could not even be parked.
   *
   * @param key the record's, or null
   * @throws UnreadableEvent if it does not fit
   */
  public static Envelope fitting(Envelope envelope, String key) {
    String referral = envelope.referral();
    if (referral != null && (!referral.equals(key) || LogRecord.referral(key).isEmpty()))
      throw new UnreadableEvent("the record's key is not its referral");
    String kept = envelope.source() + envelope.subject() + envelope.id() + envelope.type();
    if (kept.indexOf('\0') >= 0) throw new UnreadableEvent("an attribute holds a NUL");
    return envelope;
  }
}
